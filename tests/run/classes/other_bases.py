class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class C(A): pass
class D(C): pass
d = D()
print(d.who())
C.__bases__ = (B,)
print(d.who(), D.__mro__, A.__subclasses__(), B.__subclasses__())
for bases in [(int,), (), [A], (D,), (5,), (C,)]:
    try:
        C.__bases__ = bases
    except TypeError as error:
        print(error)
try:
    del C.__bases__
except TypeError as error:
    print(error)
print(D.__mro__)
