# A hash of -1 becomes -2, and a table of eight places is probed at the same place again and again.
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'V{self.v}'
    def __eq__(self, other): print('eq', self, other); return NotImplemented
    def __hash__(self): return -1
vs = [V(1), V(2), V(3)]
table = {}
for v in vs:
    table[v] = v.v
    print('in')
print(table.get(V(4)), vs[1] in table, len(table))
for number in range(5, 9):
    table[number] = 0
print(table.get(V(9)))
del table[vs[0]]
print(table.get(V(9)))
print(len({*vs}))
