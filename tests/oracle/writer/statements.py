"""Statements."""
from .constants import BINARY
from .definitions import Definitions
from .expressions import BITOR, OR
from .patterns import Patterns

CONDITIONS = ["True", "False", "0", "1", "None", "''", "'x'", "()", "__debug__", "not __debug__", "not 0", "..."]
IMPORTS = ["import a", "import a.b.c", "import a.b as c", "import a, b.c, d as größe", "from a import b", "from . import a as b, c",
           "from ..x import y", "from ... import a", "from .... import b", "from a.b import (c as d, __hidden,)", "from .a.b import _",
           "import __hidden", "import __hidden.b", "from ....a import (type)"]


class Statements(Definitions, Patterns):
    def body(self, indent):
        for _ in range(self.pick(1, 2, 2, 3, 4)):
            self.statement(indent)

    def suite(self, indent, header, first=(), documented=False):
        """A header and its body: statements below it, or simple ones behind it."""
        if self.chance(12):
            simple = [*first, *self.some(self.simple, 0 if first else 1, 2)]
            return self.emit(indent, f"{header} {'; '.join(simple)}{self.pick('', '', ' ;')}")
        self.emit(indent, header)
        if documented:
            self.docstring(indent + 1)
        for line in first:
            self.emit(indent + 1, line)
        self.body(indent + 1)

    def statement(self, indent):
        self.budget -= 1
        if self.budget > 0 and indent < 7 and self.chance(42 if indent else 80):
            compound = [self.if_, self.if_, self.while_, self.for_, self.for_, self.try_, self.try_, self.try_, self.with_,
                        self.with_, self.match_, self.match_, self.type_alias]
            # Most rules are about functions, and what is in classes.
            compound += [self.function] * (2 if indent else 10) + [self.class_] * (1 if indent else 4)
            compound += [self.function] * 10 if self.context.kind == "class" else []
            return self.random.choice(compound)(indent)
        lines = [self.simple() for _ in range(self.pick(1, 1, 1, 1, 1, 2, 3))]
        self.emit(indent, "; ".join(lines) + self.pick("", "", "", "", "", ";"))

    def simple(self):
        kinds = [self.assign, self.assign, self.assign, self.expression, self.expression, self.augmented, self.delete,
                 self.jump, self.jump, self.imports, self.assertion, self.annotated, self.raises]
        return self.random.choice(kinds)()

    def value(self, depth=3):
        """What may stand behind `=`."""
        if self.context.yields and self.chance(12):
            return self.yield_(depth - 1)
        return self.bare_tuple(depth - 1) if self.chance(12) else self.expr(depth)

    def assign(self):
        targets = "".join(f"{self.loop_target(2)} = " for _ in range(self.pick(1, 1, 1, 1, 2, 3)))
        return targets + self.pick(self.value, self.value, lambda: "b, a", lambda: "c, a, b", lambda: "d, c, b, a", lambda: "a, a")()

    def expression(self):
        return self.pick(self.value, self.value, lambda: self.call(2)[1], self.constant, lambda: self.folded(3))()

    def augmented(self):
        target = self.pick(self.name(), f"{self.name()}.{self.name()}", f"{self.name()}[{self.index(1)}]", f"{self.name()}[a:b]",
                           f"({self.name()})", f"f().{self.name()}")
        return f"{target} {self.random.choice(BINARY)}= {self.value()}"

    def delete(self):
        one = lambda: self.pick(self.name(), f"{self.name()}.b", f"{self.name()}[{self.index(1)}]", f"({self.name()})")
        return "del " + self.pick(one(), one(), self.comma([one(), one()]), f"({one()}, [{one()}], {one()})", f"[{one()}]", "()", "[]")

    def jump(self):
        here = self.context
        choices = ["pass"]
        if here.loop:
            choices += ["break", "continue"] * 3
        if here.returns:
            choices += ["return", "return"]
            if here.values:
                choices += ["return None", "return 1", f"return {self.expr()}", f"return {self.value()}", f"return {self.bare_tuple(1)}"]
        text = self.random.choice(choices)
        return "return" if text.startswith("return yield") else text

    def imports(self):
        return "from a import *" if self.context.kind == "module" and self.chance(5) else self.random.choice(IMPORTS)

    def assertion(self):
        return self.pick(f"assert {self.expr()}", f"assert {self.name()}, {self.expr()}", f"assert {self.expr(1, OR)}")

    def annotated(self):
        names = [name for name in ("a", "b", "größe", "__hidden", "x1") if name not in self.context.declared] or ["fresh"]
        name = self.random.choice(names)
        target = self.pick(name, name, name, f"({name})", f"{name}.b", f"{name}[{self.index(1)}]", f"f({self.expr(1)}).b")
        note = self.inside(self.context.but(yields=False, awaits=False, binds="none"), self.expr, 1)
        return f"{target}: {note}" + (f" = {self.value()}" if self.chance(60) else "")

    def raises(self):
        return self.pick("raise", f"raise {self.expr(1)}", f"raise {self.name()} from {self.expr(1)}")

    def condition(self):
        if self.chance(15):
            return self.random.choice(CONDITIONS)
        return self.named_argument(1) if self.chance(5) else self.expr()

    def if_(self, indent):
        self.suite(indent, f"if {self.condition()}:")
        for _ in range(self.pick(0, 0, 0, 1, 2, 2, 5)):
            self.suite(indent, f"elif {self.condition()}:")
        self.orelse(indent)

    def orelse(self, indent, percent=40):
        if self.chance(percent):
            self.suite(indent, "else:")

    def while_(self, indent):
        condition = self.condition()
        self.inside(self.context.but(loop=True), self.suite, indent, f"while {condition}:")
        self.orelse(indent, 25)

    def for_(self, indent):
        word = "async for" if self.context.awaits and self.chance(60) else "for"
        iterable = self.bare_tuple(2) if self.chance(15) else self.expr()
        header = f"{word} {self.loop_target(2)} in {iterable}:"
        self.inside(self.context.but(loop=True), self.suite, indent, header)
        self.orelse(indent, 25)

    def try_(self, indent):
        star = "*" if self.chance(25) else ""
        # Nothing may jump out of except*.
        inside = self.context.but(loop=False, returns=False) if star else self.context
        self.suite(indent, "try:")
        handlers = self.pick(0, 1, 1, 2, 3)
        for _ in range(handlers):
            caught = self.pick(self.name(), f"({self.name()}, {self.name()})", self.expr(1))
            if star and caught.startswith("()"):
                caught = "a"
            alias = f" as {self.name()}" if self.chance(50) else ""
            self.inside(inside, self.suite, indent, f"except{star} {caught}{alias}:")
        if handlers and not star and self.chance(30):
            self.suite(indent, "except:")
        if handlers:
            self.orelse(indent, 30)
        if not handlers or self.chance(35):
            self.suite(indent, "finally:")

    def with_(self, indent):
        word = "async with" if self.context.awaits and self.chance(60) else "with"
        items = self.some(lambda: self.expr(2) + self.pick("", f" as {self.target(1)}"), 1, 3)
        text = ", ".join(items)
        if self.chance(25):
            text = f"({self.comma(items)})"
        self.suite(indent, f"{word} {text}:")

    def match_(self, indent):
        subject = self.pick(self.expr, self.expr, lambda: self.bare_tuple(2), lambda: f"*{self.expr(1, BITOR)}, {self.name()}")()
        self.emit(indent, f"match {subject}:")
        cases = self.pick(1, 1, 2, 3, 5)
        for number in range(cases):
            pattern, matches_all = self.case(3)
            # What matches everything must come last, or have a condition.
            guard = f" if {self.condition()}" if self.chance(30) or matches_all and number + 1 < cases else ""
            self.suite(indent + 1, f"case {pattern}{guard}:")
