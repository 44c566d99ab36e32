class Mine(property):
    def __get__(self, object, owner=None):
        return "mine" if object is None else super().__get__(object, owner)
class A:
    @Mine
    def x(self): return 1
    @x.setter
    def x(self, value): print("set", value)
a = A()
a.x = 2
print(a.x, A.x, type(A.__dict__["x"]))
