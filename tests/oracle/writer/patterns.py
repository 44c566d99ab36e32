"""Patterns of `match`."""
from .base import Base

LITERALS = ["1", "-1.5", "'text'", "b'x'", "'a' 'b'", "None", "True", "False", "1 + 2j", "-1 - 2.5j", "0x10", "-0.0", "a.b", "a.b.c"]
KEYS = ["'k'", "1", "-2", "None", "a.b", "1 - 3j", "b'k'"]


class Patterns(Base):
    """`bound` are the names that the pattern binds already: each may be bound once."""

    def fresh(self, bound):
        # `match` and `case` are names as well as others.
        name = ["p", "__p", "match", "case", "größe", "type", "ﬁ"][len(bound)] if len(bound) < 7 else f"p{len(bound)}"
        bound.append(name)
        return name

    def pattern(self, depth, bound):
        """Never one that matches everything, so that it may stand anywhere."""
        leaves = [lambda: self.random.choice(LITERALS), lambda: self.random.choice(LITERALS), lambda: f"{self.cls()}()"]
        if depth <= 0 or self.chance(15):
            return self.random.choice(leaves)()
        forms = [self.sequence_pattern, self.sequence_pattern, self.mapping_pattern, self.class_pattern, self.or_pattern, self.as_pattern]
        text = self.random.choice(forms)(depth - 1, bound)
        return f"({text})" if self.chance(10) else text

    def sub(self, depth, bound):
        """One inside another: this may match everything."""
        text = self.pick(lambda: self.pattern(depth, bound), lambda: self.pattern(depth, bound),
                         lambda: self.fresh(bound), lambda: "_")()
        return f"({text})" if " as " in text or " | " in text and self.chance(50) else text

    def cls(self):
        return self.pick("int", "Point", "a.b", "a.b.C")

    def sequence_items(self, depth, bound, least=0):
        items = self.some(lambda: self.sub(depth, bound), least, 4)
        if self.chance(40):
            items.insert(self.random.randint(0, len(items)), "*" + self.pick("_", self.fresh(bound)))
        return items

    def sequence_pattern(self, depth, bound):
        items = self.sequence_items(depth, bound)
        if self.chance(40):
            return "(" + self.comma(items, len(items) == 1) + ")"
        return "[" + self.comma(items) + "]"

    def mapping_pattern(self, depth, bound):
        items = [f"{key}: {self.sub(depth, bound)}" for key in self.random.sample(KEYS, self.random.randint(0, 3))]
        if self.chance(30):
            items.append("**" + self.fresh(bound))
        return "{" + self.comma(items) + "}"

    def class_pattern(self, depth, bound):
        items = self.some(lambda: self.sub(depth, bound), 0, 2)
        items += [f"{name}={self.sub(depth, bound)}" for name in self.random.sample(["x", "y", "__z", "größe"], self.pick(0, 0, 1, 2))]
        return f"{self.cls()}({self.comma(items)})"

    def or_pattern(self, depth, bound):
        """Alternatives bind the same names: none, or all the same ones, perhaps in another order."""
        if self.chance(40):
            one, two = self.fresh(bound), self.fresh(bound)
            return self.pick(f"[{one}, {two}] | {{'k': {two}, 'm': {one}}}", f"[1, {one}, {two}] | [{two}, 2, {one}] | a.b({one}, {two})",
                             f"({one}, _, {two}) | [{two}, *{one}]")
        return " | ".join(self.some(lambda: self.random.choice([*LITERALS, "[1, _]", "int()", "{}", "[]"]), 2, 4))

    def as_pattern(self, depth, bound):
        text = self.pattern(depth, bound)
        return f"{f'({text})' if ' as ' in text else text} as {self.fresh(bound)}"

    def case(self, depth):
        """What may stand behind `case`, and whether it always matches."""
        bound = []
        kind = self.pick("closed", "closed", "closed", "open", "all")
        if kind == "all":
            return self.pick("_", self.name(), f"_ as {self.fresh(bound)}", "(_)", f"({self.fresh(bound)})"), True
        if kind == "open":
            items = self.sequence_items(depth - 1, bound, 1)
            return self.comma(items, len(items) == 1), False
        return self.pattern(depth, bound), False
