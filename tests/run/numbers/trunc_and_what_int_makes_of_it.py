# int() of what has only __trunc__: its answer may be an int, or say itself which one it is.


class Indexed:
    def __index__(self):
        return 9


class Truncated:
    def __init__(self, answer):
        self.answer = answer

    def __trunc__(self):
        return self.answer


for answer in (7, True, Indexed(), 2.5, "x", Truncated(3)):
    try:
        print(int(Truncated(answer)))
    except TypeError as error:
        print(error)
