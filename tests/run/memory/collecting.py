import gc
class C: pass
gc.collect()
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable())
a = C(); a.x = a
del a
print(gc.collect())
l = []; l.append(l); del l
print(gc.collect())
print(gc.collect())
class Node: pass
n1, n2 = Node(), Node(); n1.o = n2; n2.o = n1
del n1, n2
print(gc.collect())
z = [1, 2]
print(gc.get_referents(z))
print([type(r) for r in gc.get_referrers(z)])
try: gc.collect(3)
except ValueError as e: print(e)
