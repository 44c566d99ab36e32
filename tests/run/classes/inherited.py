class Number:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Number) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


class Row(list):
    def __eq__(self, other):
        print("asked")
        return super().__eq__(other)

    def __lt__(self, other):
        return list.__lt__(self, other)


a = Row([Number(1), Number(2)])
b = Row([Number(1), Number(3)])
print(a == b, a < b, b < a, a == Row([Number(1), Number(2)]))
print(list.__eq__([Number(1)], [Number(1)]), (Number(1),) < (Number(2),), {1: Number(1)} == {1: Number(1)})
print([Number(1)].__ne__([Number(2)]), [1].__eq__(1), list.__len__(a), Number(1) in a)
