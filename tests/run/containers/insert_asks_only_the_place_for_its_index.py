# list.insert asks its first argument for an index, and leaves what it inserts as it is.
class Place:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        print("asked", self.number)
        return self.number

    def __repr__(self):
        return f"Place({self.number!r})"


items = [0, 5]
items.insert(Place(1), Place(2))
print(items)
same = Place(-1)
items.insert(same, same)
print(items)
for wrong in Place("x"), Place(2**70), "1", None:
    try:
        items.insert(wrong, wrong)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
