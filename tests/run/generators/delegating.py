# throw() and close() reach what a generator delegates to.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield 99
        return "ret"
    finally:
        print("inner fin")
def outer():
    r = yield from inner()
    print("r", r)
    yield "end"
g = outer(); print(next(g)); print(g.throw(ValueError("boo"))); print(next(g)); g.close()
g = outer(); next(g); g.close(); print("closed")
g = outer(); next(g)
try: g.throw(KeyError("zz"))
except KeyError as e: print("key", e)
class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def throw(self, *a): print("It.throw", a); return 6
    def close(self): print("It.close")
def o2(): yield from It()
g = o2(); print(next(g), g.throw(ValueError)); g.close()
def bad():
    try: yield
    except GeneratorExit: yield
g = bad(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def st():
    yield 1
    raise StopIteration(3)
try: list(st())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def gthrow():
    yield 1
g = gthrow()
g.throw(ValueError("first"))
