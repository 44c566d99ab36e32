"""What all parts of the writer of random programs share: chance, names, and where in a program one is."""
import dataclasses
import random

# With private names, names that NFKC changes, keywords that are none everywhere, and what is a name in classes only.
NAMES = ["a", "b", "c", "d", "spam", "x1", "__hidden", "größe", "ﬁx", "_", "type", "match", "__class__x", "𝔘n"]

# Assignment expressions inside comprehensions bind these, and no comprehension iterates over them.
WALRUS_NAMES = ["w", "w2", "__w"]


@dataclasses.dataclass(frozen=True)
class Context:
    """What may stand at a place."""
    kind: str = "module"            # or class, function, lambda, comprehension, annotation
    loop: bool = False              # break and continue
    returns: bool = False
    values: bool = False            # return with a value
    yields: bool = False
    delegates: bool = False         # yield from
    awaits: bool = False
    binds: str = "any"              # assignment expressions: any, some (only to WALRUS_NAMES) or none
    scopes: bool = True             # lambdas and comprehensions
    declared: frozenset = frozenset()       # global and nonlocal names, which take no annotation
    enclosing: frozenset = frozenset()      # what functions around this place surely bind
    in_class: bool = False          # directly or in a function of one

    def but(self, **changes):
        return dataclasses.replace(self, **changes)


class Base:
    def __init__(self, seed, size):
        self.random = random.Random(seed)
        self.budget = size
        self.lines = []             # indentation level and text
        self.context = Context()

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def some(self, make, least=0, most=4):
        return [make() for _ in range(self.random.randint(least, most))]

    def name(self):
        return self.random.choice(NAMES)

    def inside(self, context, make, *args):
        """What `make` writes with another context around it."""
        outer, self.context = self.context, context
        try:
            return make(*args)
        finally:
            self.context = outer

    def comma(self, items, always=False):
        """Separated, perhaps with one more comma at the end."""
        text = ", ".join(items)
        return text + "," if items and (always or self.chance(8)) else text

    def emit(self, indent, text):
        self.lines.append((indent, text))
