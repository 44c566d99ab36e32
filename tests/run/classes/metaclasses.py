class M(type): pass
class N(M): pass
class Other(type): pass
class A(metaclass=M): pass
class B(metaclass=N): pass
class C(A, B): pass
print(type(C), type(type("D", (A,), {})))
try:
    class E(A, metaclass=Other): pass
except TypeError as error:
    print(error)
def make(name, bases, namespace, **names):
    return name, bases, sorted(namespace), names
class F(A, metaclass=make, key=1):
    x = 1
print(F)
class P(type):
    @classmethod
    def __prepare__(cls, name, bases, **names): return []
try:
    class G(metaclass=P): pass
except TypeError as error:
    print(error)
