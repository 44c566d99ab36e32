# Only ints themselves are found in a range by arithmetic; anything else is compared with each item.
class Always:
    def __eq__(self, other):
        asked.append(other)
        return True


class Three(int):
    def __eq__(self, other):
        return other == 3


class Index:
    def __index__(self):
        return 3


class Bad:
    def __eq__(self, other):
        if other == 2:
            raise KeyError(other)
        return False


asked = []
for value in (Always(), Three(100), Index(), Bad(), 3, 3.0, True, 4 + 0j, "x", None):
    for operation in ("value in range(10)", "range(10).count(value)", "range(10).index(value)", "range(5, 0, -1).index(value)"):
        try:
            print(operation, "->", eval(operation), asked)
        except (ValueError, KeyError) as error:
            print(operation, "->", type(error).__name__, str(error).split(" object")[0], asked)
        asked.clear()
for length in (2**63 - 1, 2**63, 2**64, 10**30):
    numbers = range(length)
    try:
        print(len(numbers))
    except OverflowError as error:
        print(error)
    print(bool(numbers), numbers[length - 1], 10**20 in numbers, numbers.count(10**20), numbers[-3:])
for cut in (slice(None, None, 3), slice(1, 8, 3), slice(None, None, -3), slice(8, 1, -2), slice(-3, None), slice(5, 2), slice(-100, 100, 100),
            slice(2**70, None), slice(None, -2**70, -1), slice(None, None, 2**70), slice(None, None, -2**70)):
    print(range(10)[cut], range(0, 100, 7)[cut], range(10, 0, -3)[cut], range(0)[cut], range(2**80, 2**90, 3)[cut])
try:
    range(2**64).__len__()
except OverflowError as error:
    print(error)
