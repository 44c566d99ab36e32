class Broken(Exception):
    def __init__(self, what):
        self.what = what

    def __str__(self):
        return "broken: " + self.what


class Worse(Exception):
    def __str__(self):
        return 1 / 0


try:
    raise Broken("arm")
except Broken as e:
    raise Worse(2) from e
