class A:
    def f(self): return "A"
    @property
    def p(self): return "p"
class B(A):
    def f(self): return "B"
    def g(self):
        here = super()
        return here.f(), here.p, here.__thisclass__, here.__self__ is self, here.__self_class__
b = B()
print(b.g(), super(B, b).f(), super(B, B).f(b), super(B), super(B, b))
for args in [(), (5,), (B, 5), (B, b, 1)]:
    try:
        super(*args)
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
try:
    super(B, b).nothing
except AttributeError as error:
    print(error)
