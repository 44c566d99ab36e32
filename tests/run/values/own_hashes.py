class V:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o): print('eq', self.h, o.h); return True
class I(int):
    def __hash__(self): return 3
    def __int__(self): return 9
for h in (-1, 1, True, 2**63 - 1, -2**63, 2**63, -2**64, 10**30, -10**30, I(5), I(-1), I(2**70)):
    print(hash(V(h)), hash((V(h), 1)))
print(len({V(-1), V(-2), V(-1)}))
class T(tuple): pass
print(hash(T([V(-1), 2])) == hash((V(-1), 2)))
e = SyntaxError('m', ('a/f', 3, 4, 'text'))
print(e); e.lineno = 7; print(e); e.filename = None; print(e); e.msg = 'other'; print(e, repr(e), e.args); e.lineno = None; print(e)
print(SyntaxError(), SyntaxError(1), SyntaxError(1, 2, 3), str(SyntaxError(V)))
