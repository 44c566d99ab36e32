# Keys that are replaced while a dict is walked, so that its size stays, are noticed; a value is none of that.
def walk(view):
    table = {0: "a", 1: "b"}
    steps = 0
    try:
        for _ in view(table):
            steps += 1
            if steps > 10:
                break
            del table[0]
            table[0] = "new"
    except RuntimeError as error:
        print(steps, error)
    else:
        print(steps, table)


for view in (iter, dict.keys, dict.values, dict.items):
    walk(view)
table = {0: 1, 1: 2}
for key in table:
    table[key] += 1
print(table)


class Hashed(set):
    def __hash__(self):
        return 7


own = Hashed("x")
kept = {own}
print(own in kept, Hashed("x") in kept, kept.discard(Hashed("x")), kept)


class Named(set):
    def __hash__(self):
        return 1


loop = Named()
loop.add(loop)
print(loop)
