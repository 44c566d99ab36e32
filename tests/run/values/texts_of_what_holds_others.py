class O:
    def __repr__(self): return 'O'
class Bad:
    def __repr__(self): return 5
class R:
    def __repr__(self): raise ValueError('r')
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for o in (O(), Bad(), R()):
    for f in (lambda: slice(o), lambda: slice(1, o, o), lambda: {o: 1}.keys(), lambda: {1: o}.values(), lambda: {o: o}.items(), lambda: type('X', (), {})().__dict__.keys(), lambda: type(int.__dict__)({1: o}), lambda: [o].append, lambda: ValueError(o), lambda: KeyError(o, 1), lambda: ExceptionGroup('m', [ValueError(o)]), lambda: staticmethod(o), lambda: classmethod(o), lambda: frozenset([o]), lambda: {o}, lambda: (o,), lambda: [o, [o]], lambda: {1: {2: o}}, lambda: list[o], lambda: type('L', (list,), {})([o]), lambda: type('S', (set,), {})([o]), lambda: type('F', (frozenset,), {})([o]), lambda: type('D', (dict,), {})({1: o}), lambda: type('T', (tuple,), {})([o]), lambda: OSError(1, o), lambda: range, lambda: o.__eq__):
        if o is O and f: pass
        try: s = repr(f())
        except Exception as e: s = type(e).__name__ + ' ' + str(e)
        print(s.split(' at 0x')[0])
d = {}; d['v'] = d.values(); d['o'] = O()
print(d)
l = [O()]; l.append(slice(l)); l.append(type(int.__dict__)({1: l}))
print(l)
class M:
    def m(self): pass
    def __repr__(self): return 'M' + ('' if deep else repr(self.m).split(' at ')[0])
deep = True
print(M().m, [M().m])
