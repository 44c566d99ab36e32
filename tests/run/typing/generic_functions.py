def said(value):
    print("computed", value)
    return value
def f[T: said(int), *Ts, **P, S: (int, said(str))](x: T, *args: *Ts, **names: P.kwargs) -> T:
    return x
print(f.__type_params__, f(1), f.__name__, f.__qualname__)
T, Ts, P, S = f.__type_params__
print(T.__bound__, T.__bound__, T.__constraints__)
print(S.__constraints__, S.__bound__)
print(T.__infer_variance__, T.__covariant__, T.__contravariant__, type(T), type(Ts), type(P))
print(P.args, P.kwargs, P.args == P.args, T.__module__, T.__name__)
print(f.__annotations__)
def g(): pass
print(g.__type_params__)
try:
    T.__name__ = 1
except AttributeError as error:
    print(error)
try:
    T.__bound__ = 1
except AttributeError as error:
    print(error)
def outer[A]():
    def inner[B](a: A, b: B):
        return A, B
    return inner
inner = outer()
print(inner.__type_params__, inner(1, 2), inner.__annotations__)
