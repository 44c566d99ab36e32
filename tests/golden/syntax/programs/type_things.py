type A = int
type B[T, *Ts, **P] = dict[T, [*Ts], P]
def f[T: (int, str), U: int](x: T) -> U: ...
class C[T](Base[T]): x: int; y: T = 1; (z): int; self.w: str = ''
