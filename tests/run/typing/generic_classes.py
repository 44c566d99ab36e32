class D[T]:
    pass
print(D.__type_params__, D.__orig_bases__, D.__parameters__, D.__mro__, D[int], type(D[int]))
d = D[int]()
print(d.__orig_class__, type(d))
class E2(D[str]): pass
print(E2.__orig_bases__, E2.__mro__, E2.__type_params__, E2.__parameters__)
class F[K, V](dict[K, V]):
    def get2(self, k: K) -> V: return self[k]
print(F.__orig_bases__, F.__bases__, F[int, str], F.__parameters__, F.get2.__annotations__)
try: D[int, str]
except TypeError as e: print(e)
try: E2[int]
except TypeError as e: print(e)
class G[*Ts]: pass
print(G.__orig_bases__, G[int, str], G.__parameters__, G[()])
class H[**P]: pass
print(H[int, str], H[[int]], H.__orig_bases__)
class M[T: int](D[T]):
    x: T
    def m[U](self, a: U) -> T: return T
print(M.__orig_bases__, M.__mro__, M().m(1), M.m.__type_params__, M[bool])
print(type[int])
class CC(list[int]): pass
print(CC.__mro__, CC.__bases__, CC.__orig_bases__)
class P1: pass
print(P1.__type_params__, hasattr(P1, "__orig_bases__"))
