def f(self): return self
print(f.__get__(5)(), f.__get__(None, int) is f)
print(list.append.__objclass__, list.append.__name__, list.append.__qualname__)
items = []
list.append.__get__(items, list)(3)
print(items, int.__add__.__get__(5)(6), int.__dict__["real"].__get__(True))
class A:
    __slots__ = "x"
    s = staticmethod(len)
    c = classmethod(lambda cls: cls)
a = A()
A.x.__set__(a, 4)
print(A.x.__get__(a), A.__dict__["s"].__get__(a)("abc"), A.__dict__["c"].__get__(a)(), A.__dict__["s"]("ab"))
A.x.__delete__(a)
for action in (lambda: A.x.__get__(5), lambda: list.append.__get__({}), lambda: f.__get__(None),
               lambda: int.real.__set__(5, 6)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
