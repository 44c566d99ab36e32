class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


a = list(range(10))
print(a[Index(2)], a[Index(1):Index(8):Index(3)], a[::-2], a[100:], a[-3:-1], a[5:2])
a[2:4] = "xyz"
a[::5] = [0, 0, 0]
a[Index(1)] = "one"
del a[Index(0)]
del a[1::3]
print(a)
for change in (lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a.__setitem__(slice(0, 2), 5), lambda: a[1.5], lambda: a["x"], lambda: a.__delitem__(99), lambda: a[::0]):
    try:
        change()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
