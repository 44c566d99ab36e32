def f[T: int, *Ts, **P, S: (int, str)](): pass
T, Ts, P, S = f.__type_params__
print(list[T], list[T][int], dict[T, S].__parameters__, dict[T, list[S]][int, str])
try: list[int][str]
except TypeError as e: print(e)
try: list[T][int, str]
except TypeError as e: print(e)
type X = int | str
print(X | int, X | None, (int | list[T])[str])
print(tuple[*tuple[int, str]], tuple[*Ts], tuple[*Ts].__parameters__)
type Y[T] = list[T]
print(Y, Y.__value__, Y.__type_params__, Y[int], Y.__parameters__)
type R = list[R]
print(R.__value__)
print(type[int])
