# Keys of one class are asked once by themselves; one that does not know is asked again in the usual way.
class Unsure:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        print("lt", self.number, other.number)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.number, other.number)
        return self.number > other.number


class Other(Unsure):
    pass


print([each.number for each in sorted([Unsure(2), Unsure(1)])])
print([each.number for each in sorted([Unsure(2), Other(1)])])
print([each.number for first, each in sorted([(1, Unsure(2)), (1, Unsure(1))])])
print([each.number for each, in sorted([(Unsure(2),), (Unsure(1),)])])
try:
    sorted([(Unsure(1), 2), 5])
except TypeError as error:
    print(error)
