"""Expressions, with as few parentheses as their precedence allows, or some more."""
from .base import NAMES, WALRUS_NAMES
from .constants import Constants
from .fstrings import FStrings

# How tightly an expression binds.
TEST, OR, AND, NOT, COMPARE, BITOR, XOR, BITAND, SHIFT, SUM, TERM, UNARY, POWER, AWAIT, PRIMARY, ATOM = range(1, 17)
OPERATORS = {"|": BITOR, "^": XOR, "&": BITAND, "<<": SHIFT, ">>": SHIFT, "+": SUM, "-": SUM, "*": TERM, "/": TERM,
             "//": TERM, "%": TERM, "@": TERM, "**": POWER}
COMPARE_WORDS = ["<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"]


class Expressions(Constants, FStrings):
    def expr(self, depth=3, level=TEST):
        own, text = self.form(depth)
        return f"({text})" if own < level or self.chance(6) else text

    def form(self, depth):
        """An expression and how tightly it binds."""
        if depth <= 0 or self.chance(20):
            return ATOM, self.pick(self.name, self.name, self.constant)()
        forms = [self.binary, self.binary, self.unary, self.compare, self.boolean, self.conditional, self.call, self.call,
                 self.attribute, self.item, self.display, self.display, lambda depth: (ATOM, self.fstring(depth)),
                 lambda depth: (ATOM, self.parenthesised(depth)), lambda depth: (ATOM, f"({self.folded(2)})")]
        if self.context.scopes:
            forms += [self.comprehension, self.comprehension, self.lambda_]
        if self.context.binds != "none":
            forms.append(self.walrus)
        if self.context.awaits:
            forms.append(lambda depth: (AWAIT, f"await {self.expr(depth, PRIMARY)}"))
        if self.context.yields:
            forms.append(lambda depth: (0, self.yield_(depth)))
        if self.context.in_class and self.context.kind in ("function", "lambda", "comprehension"):
            forms.append(lambda depth: (ATOM, self.pick("__class__", "super", "super()")))
        return self.random.choice(forms)(depth - 1)

    def yield_(self, depth):
        if self.context.delegates and self.chance(30):
            return f"yield from {self.expr(depth)}"
        return self.pick("yield", f"yield {self.expr(depth)}", f"yield {self.bare_tuple(depth)}")

    def binary(self, depth):
        word = self.random.choice(list(OPERATORS))
        level = OPERATORS[word]
        if word == "**":
            return POWER, f"{self.expr(depth, AWAIT)} ** {self.expr(depth, UNARY)}"
        return level, f"{self.expr(depth, level)} {word} {self.expr(depth, level + 1)}"

    def unary(self, depth):
        if self.chance(35):
            return NOT, f"not {self.expr(depth, NOT)}"
        return UNARY, f"{self.pick('-', '+', '~')}{self.expr(depth, UNARY)}"

    def compare(self, depth):
        parts = [self.expr(depth, BITOR)]
        for _ in range(self.pick(1, 1, 1, 2, 3)):
            parts += [self.random.choice(COMPARE_WORDS), self.expr(depth, BITOR)]
        return COMPARE, " ".join(parts)

    def boolean(self, depth):
        word, level = self.pick((" and ", AND), (" or ", OR))
        return level, word.join(self.some(lambda: self.expr(depth, level + 1), 2, 4))

    def conditional(self, depth):
        return TEST, f"{self.expr(depth, OR)} if {self.expr(depth, OR)} else {self.expr(depth)}"

    def starred(self, depth):
        return f"*{self.expr(depth, BITOR)}" if self.chance(15) else self.expr(depth)

    def bare_tuple(self, depth):
        items = self.some(lambda: self.starred(depth), 1, 3)
        return self.comma(items, len(items) == 1)

    def parenthesised(self, depth):
        return f"({self.bare_tuple(depth)})"

    def arguments(self, depth):
        if self.chance(5) and self.context.scopes:
            return self.comprehension_body("", depth)[1]
        args = self.some(lambda: self.named_argument(depth) if self.chance(5) else self.starred(depth), 0, 3)
        names = self.random.sample(NAMES, self.pick(0, 0, 0, 1, 2))
        args += [f"{name}={self.expr(depth)}" for name in names]
        for _ in range(self.pick(0, 0, 0, 0, 0, 1, 2)):
            args.insert(self.pick(len(args), len(args) - len(names) if names else len(args)), "**" + self.expr(depth, BITOR))
            if self.chance(20):
                args.append(f"{self.pick('k', 'kw')}{len(args)}={self.expr(depth)}")
        return self.comma(args)

    def named_argument(self, depth):
        return self.walrus(depth)[1] if self.context.binds != "none" else self.expr(depth)

    def call(self, depth):
        names = ["f", f"{self.name()}.{self.name()}"]
        if self.context.in_class and self.context.kind == "function":
            names += [f"super().{self.name()}", f"super().{self.name()}", f"super({self.name()}, {self.name()}).{self.name()}"]
        callee = self.pick(lambda: self.expr(depth, PRIMARY), lambda: self.random.choice(names), lambda: self.random.choice(names))()
        return PRIMARY, f"{callee}({self.arguments(depth)})"

    def attribute(self, depth):
        value = self.expr(depth, PRIMARY)
        # A number may not touch the point.
        return PRIMARY, f"{value}{' ' if value[0].isdigit() or value[0] == '.' else ''}.{self.name()}"

    def index(self, depth):
        part = lambda: self.pick("", self.expr(depth))
        parts = [lambda: self.expr(depth), lambda: f"{part()}:{part()}", lambda: f"{part()}:{part()}:{part()}"]
        one = self.random.choice(parts)()
        if self.chance(20):
            return self.comma([one, self.pick(self.starred(depth), self.random.choice(parts)())])
        return self.named_argument(depth) if self.chance(5) else one

    def item(self, depth):
        return PRIMARY, f"{self.expr(depth, PRIMARY)}[{self.index(depth)}]"

    def display(self, depth):
        item = lambda: self.named_argument(depth) if self.chance(5) else self.starred(depth)
        pair = lambda: self.pick(f"{self.expr(depth)}: {self.expr(depth)}", f"'k': {self.expr(depth)}", f"**{self.expr(depth, BITOR)}")
        return ATOM, self.pick(
            lambda: f"[{self.comma(self.some(item))}]", lambda: f"{{{self.comma(self.some(item, 1))}}}",
            lambda: f"{{{self.comma(self.some(pair))}}}", lambda: "[1, 2, 3]", lambda: "{1, 2, 3}",
            lambda: "{'a': 1, 'b': 2}", lambda: "[" + ", ".join([self.constant() for _ in range(self.pick(2, 3, 33))]) + "]")()

    def comprehension(self, depth):
        open_, close = self.pick("[]", "[]", "{}", "{:", "()")
        if close == ":":
            context, rest = self.comprehension_body(None, depth)
            key, value = (self.inside(context, self.expr, depth) for _ in range(2))
            return ATOM, f"{{{key}: {value} {rest}}}"
        return ATOM, f"{open_}{self.comprehension_body('', depth)[1]}{close}"

    def comprehension_body(self, element, depth):
        """Its context, and all of it; the loops only, if `element` is None."""
        outer = self.context
        # What a walrus binds here belongs to the function around, and a class is none.
        binds = "none" if outer.kind == "class" or outer.binds == "none" else "some"
        # CPython 3.12.1 itself fails on the cell `__class__` in a comprehension of a class.
        context = outer.but(kind="comprehension", yields=False, delegates=False, binds=binds,
                            in_class=outer.in_class and outer.kind != "class")
        iterable = lambda: self.inside(context.but(binds="none"), self.expr, depth, OR)
        clauses = []
        for number in range(self.pick(1, 1, 1, 2, 3)):
            word = "async for" if outer.awaits and self.chance(25) else "for"
            # An item or attribute as target is evaluated in the comprehension.
            target = self.inside(context.but(binds="none"), self.loop_target, 1)
            clause = f"{word} {target} in {iterable()}"
            clause += "".join(f" if {self.inside(context, self.expr, depth, OR)}" for _ in range(self.pick(0, 0, 1, 2)))
            clauses.append(clause)
        if element is None:
            return context, " ".join(clauses)
        return context, " ".join([self.inside(context, self.named_argument if self.chance(5) else self.expr, depth), *clauses])

    def lambda_(self, depth):
        # Without a class around it, a yield makes it a generator.
        parameters, names = self.parameters(depth, False)
        outer = self.context
        inner = outer.but(kind="lambda", yields=self.chance(15), delegates=True, awaits=False, binds="any", scopes=True,
                          enclosing=outer.enclosing | names, declared=frozenset())
        return TEST, f"lambda{' ' if parameters else ''}{parameters}: {self.inside(inner, self.expr, depth)}"

    def walrus(self, depth):
        name = self.random.choice(WALRUS_NAMES) if self.context.binds == "some" or self.chance(40) else self.name()
        return 0, f"{name} := {self.expr(depth)}"

    # ---------------------------------------------------------------- targets

    def target(self, depth):
        forms = [self.name, self.name, self.name]
        if depth > 0:
            items = lambda: self.target_items(depth - 1)
            forms += [lambda: f"{self.expr(1, PRIMARY + 1)}.{self.name()}" if self.chance(10) else f"{self.name()}.{self.name()}",
                      lambda: f"{self.name()}[{self.index(1)}]", lambda: f"({self.target(depth - 1)})",
                      lambda: "(" + self.comma(items(), True) + ")", lambda: f"[{self.comma(items())}]", lambda: f"{self.name()}().b"]
        return self.random.choice(forms)()

    def target_items(self, depth):
        items = self.some(lambda: self.target(depth), 0, 3)
        if self.chance(30):
            items.insert(self.random.randint(0, len(items)), f"*{self.target(min(depth, 1))}")
        return items

    def loop_target(self, depth):
        """As of a loop or an assignment: without parentheses if it likes."""
        if self.chance(25):
            items = self.target_items(depth)
            if items:
                return self.comma(items, len(items) == 1)
        return self.target(depth)
