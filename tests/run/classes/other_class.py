class A: pass
class B: pass
class S:
    __slots__ = "a", "b"
class T:
    __slots__ = "b", "a"
o = A()
o.x = 1
o.__class__ = B
print(type(o).__name__, o.x)
s = S()
s.a = 1
s.__class__ = T
print(type(s).__name__, s.a)
for object, cls in [(o, S), (o, int), (1, A), (o, "A"), (s, A)]:
    try:
        object.__class__ = cls
    except TypeError as error:
        print(error)
