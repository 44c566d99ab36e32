# A callable that uses up the very iterator that calls it; an index that grows too large; what can be gone through backwards.
def once():
    if once.inner:
        return 2
    once.inner = True
    list(once.iterator)
    return 1


once.inner = False
once.iterator = iter(once, 2)
try:
    print(next(once.iterator))
except StopIteration:
    print("used up")


class Endless:
    def __getitem__(self, index):
        return index


iterator = iter(Endless())
iterator.__setstate__(2**63 - 3)
print(next(iterator), next(iterator))
try:
    print(next(iterator))
except OverflowError as error:
    print(error)


class Sized:
    def __len__(self):
        return 2


class Both(Sized, Endless):
    pass


for kind in (Endless, Sized, Both):
    try:
        print(list(reversed(kind())))
    except TypeError as error:
        print(error)
