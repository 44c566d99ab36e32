# What `enumerate()` and `zip()` are told is looked at before the iterables; a sentinel is asked whether it is the item.
class Loud:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        print("iter", self.name)
        return iter("ab")

    def __index__(self):
        print("index", self.name)
        return 5

    def __bool__(self):
        print("bool", self.name)
        return False

    def __eq__(self, other):
        print(self.name, "==", other)
        return other == 2


print(list(enumerate(Loud("items"), Loud("start"))))
print(list(zip(Loud("one"), Loud("two"), strict=Loud("strict"))))
numbers = iter([1, 2, 3])
print(list(iter(numbers.__next__, Loud("end"))))


class Far:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return 2**70


try:
    list(Far())
except OverflowError as error:
    print(error)
