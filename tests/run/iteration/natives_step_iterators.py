class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        print("next", self.n)
        return self.n


print(list(Count(2)), tuple(Count(2)), set(Count(2)), sum(Count(3)), max(Count(3)), sorted(Count(2)))
print(dict(zip(Count(2), "ab")), list(enumerate(Count(2), 5)), list(map(str, Count(2))), list(filter(None, Count(2))))
print(any(Count(2)), all(Count(2)), ",".join(map(str, Count(2))), bytes(Count(2)), [*Count(1), *Count(2)])
a, b = Count(2)
print(a, b, 1 in Count(3), list(reversed(list(Count(2)))), dict.fromkeys(Count(2)))
