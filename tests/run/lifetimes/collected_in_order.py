"""Rings that a collection ends: finalizers run in the order of CPython's list of containers, in which an object that was met
before whoever holds it has gone to the end."""
import _weakref
import gc

gc.disable()
gc.collect()


class Noisy:
    def __init__(self, name, *held):
        self.name = name
        self.held = list(held)

    def __del__(self):
        print("del", self.name)


class Revived(Noisy):
    kept = []

    def __del__(self):
        print("revived", self.name)
        Revived.kept.append(self)


def ring(*all):
    for one, other in zip(all, all[1:] + all[:1]):
        one.held.append(other)


def waits(held):
    try:
        yield held
    finally:
        print("closed", held.name)


print("-- never collected before: in the order of their making")
ring(Noisy("a"), Noisy("b"), Noisy("c"))
gc.collect()
print("-- held by a younger one, and collected once: that one is first")
old = Noisy("old")
young = Noisy("young", old)
del old
gc.collect()
print("collected")
ring(young, young.held[0])
del young
gc.collect()
print("-- the same with three, held in a list from its end")
one, two, three = Noisy("one"), Noisy("two"), Noisy("three")
all = [one, two, three]
del one, two, three
gc.collect()
ring(*all)
last = Noisy("last")
ring(last, all[0])
del all, last
gc.collect()
print("-- generators and what comes back")
first = Revived("first")
second = Noisy("second")
first.held.append(waits(second))
next(first.held[0])
second.held.append(first)
holder = Noisy("holder", first)
del first, second
gc.collect()
holder.held.append(holder)
del holder
gc.collect()
print([each.name for each in Revived.kept])
Revived.kept.clear()
gc.collect()
print("-- weak references")
refs = []
above = Noisy("above")
below = Noisy("below", above)
for each in above, below:
    refs.append(_weakref.ref(each, lambda ref, name=each.name: print("call", name)))
ring(above, below)
del above, each
gc.collect()
print("collected")
del below
gc.collect()
print("end")
