# A display of a dict that fails lets go of what it was given from the last to the first; a call does it the other way.


class Mortal:
    __hash__ = None

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def attempt(what):
    try:
        what()
    except TypeError as error:
        print(error)


attempt(lambda: {Mortal(1): Mortal(2), Mortal(3): Mortal(4)})
attempt(lambda: {Mortal(1), Mortal(2)})
attempt(lambda: {"a": Mortal(1), Mortal(2): Mortal(3)})
attempt(lambda: len(Mortal(1), Mortal(2)))
attempt(lambda: Mortal(1) + Mortal(2))
