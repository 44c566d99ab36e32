class A:
    @property
    def x(self): "the text"; return 1
    @x.setter
    def x(self, value): print("set", value)
    y = property()
a = A()
a.x = 5
print(a.x, A.x.__doc__, A.__dict__["x"].fget(a))
for action in (lambda: delattr(a, "x"), lambda: a.y, lambda: setattr(a, "y", 1), lambda: delattr(a, "y")):
    try:
        action()
    except AttributeError as error:
        print(error)
loose = property()
try:
    loose.__get__(a)
except AttributeError as error:
    print(error)
