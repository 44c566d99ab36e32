# The report of an exception that nobody can handle shows its text as it is: no notes, no suggestion, no line of source.


class Raises:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


def noted(error):
    error.add_note("a note")
    return error


for error in (StopAsyncIteration, ValueError(), KeyError("k"), noted(ValueError("noted")), SyntaxError("bad")):
    Raises(error)


class Looks:
    def __del__(self):
        self.missing_colour

    missing_color = 1


Looks()


def generator():
    try:
        yield
    finally:
        raise LookupError


one = generator()
next(one)
del one
