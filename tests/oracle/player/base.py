"""Chance, the lines written so far, and which names have a value."""
import random

KINDS = ["int", "float", "str", "list", "dict", "set", "tuple", "bool", "bytes", "none"]


class Base:
    def __init__(self, seed, size):
        self.random = random.Random(seed)
        self.budget = size
        self.lines = []
        self.names = {kind: [] for kind in KINDS + ["object", "generator"]}
        self.functions = []          # name, how many positional arguments it wants
        self.classes = []            # name, names of its methods
        self.count = 0
        self.loops = self.depth = 0
        self.inside = None           # "function", "generator", "async" or nothing

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def emit(self, indent, text):
        for line in text.split("\n"):
            self.lines.append("    " * indent + line)

    def new(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def know(self, kind, name):
        """The name has a value of this kind from now on, as far as one can tell."""
        for names in self.names.values():
            if name in names:
                names.remove(name)
        self.names[kind].append(name)

    def scope(self):
        """What a function may forget when its body has been written."""
        return {kind: list(names) for kind, names in self.names.items()}
