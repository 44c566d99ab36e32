# builtins and operators
print(10 // 3, -10 // 3, 10 % -3, 2 ** 10, 2 ** -1, 7 / 2, 1e100, 1.5e-7, 0.1 + 0.2)
print(divmod(17, 5), divmod(-17, 5), pow(3, 4, 5), abs(-3), round(2.5), round(3.14159, 2), round(1234, -2))
print(1 < 2 < 3, 1 == 1.0, "a" < "b", [1, 2] < [1, 3], (1,) == (1,), None is None)
print(not 0, 1 and 2, 0 or "x", 5 if 0 else 6)
print([i * i for i in range(5) if i % 2], {i: i + 1 for i in range(3)}, {i % 2 for i in range(5)}, sum(i for i in range(10)))
print(list(zip([1, 2], "ab")), list(enumerate("xy", 1)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])))
print(min(3, 1, 2), max([3, 1], key=lambda v: -v), any([0, 1]), all([1, 0]), sorted("hello"), list(reversed([1, 2, 3])))
xs = [1, 2, 3, 4, 5]
print(xs[1:3], xs[::-1], xs[-2:], xs[::2], "hello"[1:4], (1, 2, 3)[::2])
xs[1:3] = [9, 9, 9]
del xs[0]
xs += [7]
print(xs, xs.index(9), xs.count(9), xs.pop(), len(xs))
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    return inner
f = outer()
print(f(), f(), f.__name__, f.__qualname__)
print(f"{1:03d} {3.5:8.3f} {'a':>3} {255:#x} {1000000:,} {0.5:.0%} {True} {None!r} {'q'!r:>5}")
print("%d %s %r %5.2f %x" % (1, "a", "b", 2.5, 255))
print(int("42"), int("ff", 16), float("1.5"), str(12), bool([]), list("ab"), tuple([1]), dict(a=1), dict([(1, 2)]))
print(hash(1), hash("a"), hash((1, 2)), hash(1.5), hash(None), hash(2**70), hash(-1))
print({"a", "b", "c", "d"}, {"x": 1, **{"y": 2}}, [*range(3), *"ab"])
print(type(1), type("a"), type(None), type(print), type(len), type(int), type(f))
print(isinstance(True, int), callable(print), id(1) == id(1), ord("a"), chr(97), repr("it's"), ascii("é"))
def kw(a, *, b=2, **rest): return a, b, rest
print(kw(1, b=3, c=4), kw(*[1], **{"b": 5}))
while True:
    break
else:
    print("no")
for i in range(2):
    pass
else:
    print("else")
a = b = [1]
a.append(2)
print(a is b, b, a == [1, 2])
print(2**200, 10**30 // 7, -2**63, 2**63 - 1 + 1, (2**64) & (2**64 - 1), 1 << 70, ~5, 3 ^ 5)
print([1, [2, [3]]], ((),), {}, set(), [None, True], "tab\t", 'q"')
loop = [1]
loop.append(loop)
print(loop)
import sys, time
print(sys.maxsize, sys.getrecursionlimit(), len(sys.argv))
name = input("name? ")
print("hi", name, 1, 2, sep="-", end="!\n")
print([x for x in [3, 1, 2]], (lambda *a: a)(1, 2), end="")
print()
sys.stderr.write("to stderr\n")
sys.exit(3)
