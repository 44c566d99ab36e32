class Stand:
    def __init__(self, bases): self.bases = bases
    __bases__ = property(lambda self: self.bases)
    def __call__(self): return Instance(self)
class Instance:
    def __init__(self, of): self.of = of
    __class__ = property(lambda self: self.of)
top = Stand(())
child = Stand((top,))
print(isinstance(child(), top), isinstance(top(), child), issubclass(child, top), issubclass(top, child))
class Lies:
    __class__ = int
print(isinstance(Lies(), int), isinstance(Lies(), Lies), isinstance(Lies(), str))
for test in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5)):
    try:
        test()
    except TypeError as error:
        print(error)
