# What `__iter__` gives need not have an `__iter__` of its own.
class Next:
    def __init__(self):
        self.left = 2

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

class Items:
    def __iter__(self):
        return Next()

a, b = Items()

print(a, b, list(Items()), [*Items()], 1 in Items(), bytes(Items()), sorted(Items()), {*Items()}, set(Items()))
