# What is delegated to may find its attributes in a way of its own, and fail at it.
class Each:
    def __init__(self, found):
        self.found = found

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        print("asked for", name)
        return self.found(name)


def none_such(name):
    raise AttributeError(name)


def fails(name):
    1 / 0


def thrower(name):
    return lambda *args: (name, args)


def walk(found):
    try:
        yield from Each(found)
    except KeyError as error:
        yield "caught", error


for found in none_such, fails, thrower:
    generator = walk(found)
    next(generator)
    try:
        print(generator.throw(KeyError("k")))
    except Exception as error:
        print(repr(error))
    if found is not fails:
        generator.close()
