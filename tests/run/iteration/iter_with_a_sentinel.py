class Same:
    def __eq__(self, other):
        print("compared with", other)
        return other == 3


numbers = iter([1, 2, 3, 4])
print(list(iter(lambda: next(numbers), Same())), next(numbers))
it = iter(lambda: 5, 5)
print(next(it, "done"), next(it, "done"))
try:
    iter(5, 6)
except TypeError as error:
    print(error)
