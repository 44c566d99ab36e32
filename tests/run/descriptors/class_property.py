class A:
    @classmethod
    @property
    def __doc__(cls): return f"text of {cls.__name__}"
    @classmethod
    @property
    def name(cls): return cls.__name__
class B(A): pass
print(A.__doc__, A.name, A().name, B.name)
class Mine(property):
    "the text of the class"
class C:
    @Mine
    def x(self): "the text of x"
print(C.x.__doc__, Mine.__doc__)
