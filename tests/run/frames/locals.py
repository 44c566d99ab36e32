import sys
def g():
    x = 10
    print(locals() is locals())
    exec("y = 5; x = 11")
    print(x, sorted(locals().items()))
    del x
    print(sorted(locals().items()))
g()
class C:
    fr = sys._getframe()
    print(sorted(fr.f_locals), fr.f_locals is locals())
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        print(locals(), sys._getframe().f_locals)
    inc()
    return inc
counter()
