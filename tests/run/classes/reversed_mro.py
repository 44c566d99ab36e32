class Reversed(type):
    def mro(cls):
        found = type.mro(cls)
        found.reverse()
        return found
class A(metaclass=Reversed):
    def f(self): return "A"
class B(A):
    def f(self): return "B"
print([each.__name__ for each in B.__mro__], B.f(1), B().f())
