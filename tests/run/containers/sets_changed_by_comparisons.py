# Operands that a comparison changes: each entry is looked for when it is its turn.
class Changes:
    """Equal to all of its hash; a comparison changes the operand."""
    do = None
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __repr__(self): return f'<{self.n}>'
    def __eq__(self, other):
        do, Changes.do = Changes.do, None
        if do: do()
        return self is other
def shown(s): return sorted(repr(x) for x in s)
ITEMS = [Changes(n) for n in range(6)]
def operands(): return set(ITEMS[:3]), set(ITEMS[2:])
def clear(s): return s.clear
def drop(s): return lambda: s.discard(ITEMS[5])
def grow(s): return lambda: s.update(range(100, 140))
def swap(s): return lambda: (s.clear(), s.add(7))
def inplace(name):
    def change(a, b):
        names = {'a': a, 'b': b}
        exec(f'a {name}= b', names)
        return names['a']
    return change
OPERATORS = [(name + '=', inplace(name)) for name in '|^&-']
OPERATORS += [(name, eval(f'lambda a, b: a {name} b')) for name in ('|', '^', '&', '-', '<=', '==')]
methods = ['update', 'difference_update', 'intersection_update', 'symmetric_difference_update', 'union', 'difference',
           'intersection', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint']
for change in clear, drop, grow, swap:
    for name in methods:
        for which in 0, 1:
            pair = operands()
            Changes.do = change(pair[which])
            try: result = getattr(pair[0], name)(pair[1])
            except Exception as e: result = type(e).__name__
            print(change.__name__, name, which, shown(result) if isinstance(result, set) else result, shown(pair[0]), shown(pair[1]))
    for sign, op in OPERATORS:
        for which in 0, 1:
            pair = operands()
            Changes.do = change(pair[which])
            try: result = op(*pair)
            except Exception as e: result = type(e).__name__
            print(change.__name__, sign, which, shown(result) if isinstance(result, set) else result, shown(pair[0]), shown(pair[1]))
