"""Slices are compared as the tuples of their parts are, whatever those say."""


class Says:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("asked", self.answer)
        if self.answer is None:
            raise LookupError
        return self.answer

    def __lt__(self, other):
        return "less"


for answer in (True, False, None):
    for make in (lambda: slice(Says(answer)), lambda: slice(1, Says(answer)), lambda: slice(1, 2, Says(answer))):
        a, b = make(), make()
        print(a == a, a != a, a <= a, a < a)
        for compare in (lambda: a == b, lambda: a != b, lambda: a < b):
            try:
                print(compare())
            except LookupError:
                print("raised")
