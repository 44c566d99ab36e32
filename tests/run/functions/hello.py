print("hello", 1, 2.5, [1, "a", None], sep=", ")
def add(a, b=2, *rest, c=3, **more):
    return a + b + c
print(add(1), add(1, 5), add(1, 2, 3, c=4, d=5))
total = 0
for i in range(10):
    if i % 2:
        continue
    total += i
print(total, 2**100, -7 // 2, -7 % 3, 1/3)
x = {"a": 1, "b": [1, 2]}
print(x, x["b"][0], len(x), "a" in x, {1, 2, 3})
a, *b = (1, 2, 3)
print(a, b, f"{total:>5}|{3.14159:.2f}|{'x'!r:^5}")
print(sorted([3, 1, 2], key=lambda v: -v))
