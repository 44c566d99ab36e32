def gen():
    try:
        yield 1
    except ValueError as e:
        print(repr(e))
        yield 2
g = gen(); next(g)
print(g.throw(ValueError, ValueError("a"), None))
