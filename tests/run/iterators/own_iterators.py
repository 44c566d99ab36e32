# Iterators of the program in those of the machine.
class N:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
def g():
    yield 1
    return 5
def h():
    yield 1
class G:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
for x in filter(None, [0, 1]): print(x, end=" ")
for x in map(str, [0, 1]): print(x, end=" ")
for x in map(str, N()): print(x, end=" ")
for x in filter(None, N()): print(x, end=" ")
for x in zip(N(), [1, 2, 3]): print(x, end=" ")
for x in zip([1, 2, 3], N()): print(x, end=" ")
for x in zip(map(str, [1, 2, 3]), 'ab'): print(x, end=" ")
for x in enumerate(N()): print(x, end=" ")
for x in map(str, g()): print(x, end=" ")
for x in map(str, h()): print(x, end=" ")
for x in G(): print(x, end=" ")
for x in reversed([1, 2]): print(x, end=" ")
for x in enumerate(map(str, [1])): print(x, end=" ")
for x in iter(lambda: 5, 5): print(x, end=" ")
for x in iter(N().__next__, 5): print(x, end=" ")
a, b = map(str, [1, 2])
a, b = N()
[*map(str, N())]
def y():
    yield from map(str, [1])
    yield from filter(None, N())
    yield from N()
for x in y(): print(x, end=" ")
print(list(y()), sum(map(int, '12')), dict(zip('ab', N())))
