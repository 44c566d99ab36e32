def f(a, /, b, *args, c=1, **kw):
    """doc"""
    x = [i for i in range(3)]
    def g(): return a, x
    try:
        return g()
    except ValueError:
        pass
c = f.__code__
for n in dir(c):
    if n.startswith("co_") and n not in ("co_lines", "co_positions", "co_filename", "co_consts", "co_lnotab"):
        print(n, getattr(c, n))
print(list(c.co_lines()))
print(list(c.co_positions())[:8])
print({c: 1}[c], c.co_varnames, type(c))
print([t[2] for t in compile("x = 1\n\ny = 2\n", "", "exec").co_lines()])
print(c._varname_from_oparg(0))
