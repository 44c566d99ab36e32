class C:
    pass


c = C()
c.x = 1
c.__dict__ = {"y": 2}
print(c.y, hasattr(c, "x"), vars(c))
c.__dict__["z"] = 3
print(c.z)
del c.__dict__
print(c.__dict__)
try:
    c.__dict__ = [1]
except TypeError as error:
    print(error)
