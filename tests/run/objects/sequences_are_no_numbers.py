# The other operand of `+` and `*` is asked before a sequence joins or repeats itself; a number is not.
class Both:
    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"

    def __index__(self):
        return 2


class Unsure:
    def __radd__(self, other):
        print("asked", end=" ")
        return NotImplemented

    __rmul__ = __radd__

    def __index__(self):
        return 2

    def __iter__(self):
        return iter("xy")


for sequence in ([1], (1,), "a", b"a"):
    print(sequence + Both(), sequence * Both(), sequence * Unsure())
items = [1]
items += Both()
print(items)
items = same = [1]
items += Unsure()
print(items, same is items)
items *= Unsure()
print(items, same is items)
for left in ((1,), "a", b"a", 1):
    try:
        left += Unsure()
    except TypeError as error:
        print(error)


class Own(list):
    def __add__(self, other):
        return NotImplemented


own = Own([1])
own += [2]
print(own)
try:
    own + [2]
except TypeError as error:
    print(error)
