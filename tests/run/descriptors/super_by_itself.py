class A:
    def f(self):
        del self
        super()
    def g(): super()
    def h(x):
        def inner(): return x
        return super().__init__
try: A().f()
except RuntimeError as error: print(error)
try: A.g()
except RuntimeError as error: print(error)
print(A().h()())
def outside(self): return super()
try: outside(1)
except RuntimeError as error: print(error)
class Mine:
    def __init__(self, *args): print("made with", len(args))
    name = "mine"
def shadowed():
    super = Mine
    class B:
        def f(self): return super().name, super(B, self).name
    print(B().f())
shadowed()
