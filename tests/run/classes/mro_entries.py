class A: pass
class Stand:
    def __init__(self, *classes): self.classes = classes
    def __mro_entries__(self, bases):
        print("asked with", len(bases))
        return self.classes
one, none = Stand(A), Stand()
class B(one, none): pass
print(B.__bases__, B.__orig_bases__ == (one, none))
try:
    type("C", (one,), {})
except TypeError as error:
    print(error)
class Wrong:
    def __mro_entries__(self, bases): return [A]
try:
    class D(Wrong()): pass
except TypeError as error:
    print(error)
