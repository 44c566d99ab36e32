items = [3, 1, 2]


def look(item):
    print(item, items, len(items))
    return item


items.sort(key=look)
print(items)


class Grows:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        many.append("new")
        return self.n < other.n

    def __repr__(self):
        return f"G{self.n}"


many = [Grows(2), Grows(1), Grows(3)]
try:
    many.sort()
except ValueError as error:
    print(error, many)


def fails(item):
    if item == 2:
        raise KeyError("in the key")
    return item


try:
    items.sort(key=fails)
except KeyError as error:
    print(error, sorted(items))
