# A set that an __eq__ empties while something is taken out of it is searched anew.
class Bad:
    def __eq__(self, other):
        global asked
        if not enabled:
            return False
        asked += 1
        if asked == at:
            first.clear()
        if asked == at + 1:
            second.clear()
        return asked % 3 == 0

    def __hash__(self):
        return 5


for name in "isub", "difference_update", "discard", "remove", "in":
    for at in range(1, 12):
        enabled = False
        asked = 0
        first = {Bad() for _ in range(7)}
        second = {Bad() for _ in range(5)}
        enabled = True
        try:
            if name == "isub":
                first -= second
            elif name == "difference_update":
                first.difference_update(list(second))
            elif name == "in":
                print(Bad() in first)
            else:
                getattr(first, name)(Bad())
            print(name, at, asked, len(first), len(second))
        except KeyError as error:
            print(name, at, asked, type(error).__name__)
