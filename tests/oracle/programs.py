#!/usr/bin/env python3
"""Writes random valid programs, to be compiled by several compilers and compared.

    python3.12 programs.py FOLDER [--count N] [--seed N] [--size N] [--invalid]

The same arguments write the same programs. What they do makes no sense; they are never run. A statement that
the interpreter refuses is left out; with --invalid it stays, so that error messages can be compared.
"""
import argparse
import pathlib
import random
import warnings

NAMES = ["a", "b", "c", "d", "spam", "__hidden", "größe", "x1"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"]
COMPARE = ["<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"]
CONSTANTS = ["0", "1", "-1", "255", "2**70", "1.5", "-0.0", "1e400", "2j", "True", "False", "None", "...", "''", "'t'",
             "'a b'", "b'x'", "()", "(1, 2)", "(1, (2.0, 'x'), None)", "'%s' % a", "1 + 2 * 3", "'x' * 3", "(not 1)",
             "(1, 2)[0]", "-(1)", "~5", "'\\ud800'", "'größe'"]


class Writer:
    def __init__(self, seed, size):
        self.random = random.Random(seed)
        self.budget = size
        self.lines = []
        self.context = [("module", False, False)]       # kind, in loop, may return

    # ------------------------------------------------------------ expressions

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def some(self, make, least=0, most=4):
        return [make() for _ in range(self.random.randint(least, most))]

    def name(self):
        return self.random.choice(NAMES)

    def is_async(self):
        return self.context[-1][0] == "async"

    def expr(self, depth=3):
        if depth <= 0 or self.chance(25):
            return self.pick(self.name(), self.name(), self.random.choice(CONSTANTS))
        forms = [self.binary, self.unary, self.compare, self.boolean, self.conditional, self.call, self.call, self.attribute,
                 self.item, self.collection, self.comprehension, self.lambda_, self.fstring, self.walrus, self.tuple]
        if self.is_async():
            forms.append(lambda depth: f"(await {self.expr(depth)})")
        if self.context[-1][0] in ("function", "async"):
            forms.append(lambda depth: self.pick("(yield)", f"(yield {self.expr(depth)})"))
        if self.context[-1][0] == "function":
            forms.append(lambda depth: f"(yield from {self.expr(depth)})")
        return self.random.choice(forms)(depth - 1)

    def binary(self, depth):
        return f"({self.expr(depth)} {self.random.choice(BINARY)} {self.expr(depth)})"

    def unary(self, depth):
        return f"({self.pick('-', '+', '~', 'not ')}{self.expr(depth)})"

    def compare(self, depth):
        parts = [self.expr(depth)]
        for _ in range(self.pick(1, 1, 1, 2, 3)):
            parts += [self.random.choice(COMPARE), self.expr(depth)]
        return "(" + " ".join(parts) + ")"

    def boolean(self, depth):
        word = self.pick(" and ", " or ")
        return "(" + word.join(self.some(lambda: self.expr(depth), 2, 4)) + ")"

    def conditional(self, depth):
        return f"({self.expr(depth)} if {self.expr(depth)} else {self.expr(depth)})"

    def arguments(self, depth):
        args = self.some(lambda: self.pick("", "", "", "*") + self.expr(depth), 0, 3)
        names = self.random.sample(NAMES, self.pick(0, 0, 0, 1, 2))
        args += [f"{name}={self.expr(depth)}" for name in names]
        if self.chance(10):
            args.append("**" + self.expr(depth))
        join = ",\n        " if self.chance(10) else ", "
        return join.join(args)

    def call(self, depth):
        callee = self.pick(self.name(), self.name(), f"{self.name()}.{self.name()}", self.attribute(depth),
                           f"super().{self.name()}" if self.context[-1][0] == "function" else "f")
        return f"{callee}({self.arguments(depth)})"

    def attribute(self, depth):
        return f"({self.expr(depth)}).{self.name()}"

    def index(self, depth):
        part = lambda: self.pick("", self.expr(depth))
        return self.pick(self.expr(depth), f"{part()}:{part()}", f"{part()}:{part()}:{part()}", f"{self.expr(depth)}, {part()}:")

    def item(self, depth):
        return f"{self.name()}[{self.index(depth)}]"

    def tuple(self, depth):
        items = self.some(lambda: self.pick("", "", "", "*") + self.expr(depth), 1, 4)
        return "(" + ", ".join(items) + ",)"

    def collection(self, depth):
        item = lambda: self.pick("", "", "", "*") + self.expr(depth)
        pair = lambda: self.pick(f"{self.expr(depth)}: {self.expr(depth)}", f"'k': {self.expr(depth)}", f"**{self.expr(depth)}")
        return self.pick("[" + ", ".join(self.some(item)) + "]", "{" + ", ".join(self.some(item, 1)) + "}",
                         "{" + ", ".join(self.some(pair)) + "}", "[1, 2, 3]", "{1, 2, 3}", "{'a': 1, 'b': 2}")

    def comprehension(self, depth):
        kind = self.context[-1][0]
        # Neither yield nor await fits in here everywhere.
        self.context.append(("class" if kind == "class" else "inner", False, False))
        clauses = []
        for _ in range(self.pick(1, 1, 2)):
            clause = f"for {self.target(1)} in {self.simple_expr(depth)}"
            clause += "".join(f" if {self.simple_expr(depth)}" for _ in range(self.pick(0, 0, 1, 2)))
            clauses.append(clause)
        one, two, rest = self.simple_expr(depth), self.simple_expr(depth), " ".join(clauses)
        self.context.pop()
        return self.pick(f"[{one} {rest}]", f"{{{one} {rest}}}", f"{{{one}: {two} {rest}}}", f"({one} {rest})")

    def simple_expr(self, depth):
        """Nothing that binds a name: not every place allows that."""
        if depth <= 0:
            return self.name()
        forms = [self.binary, self.compare, self.boolean, self.conditional, self.item, lambda depth: self.name(), self.lambda_]
        expr, self.expr = self.expr, self.simple_expr
        try:
            return self.random.choice(forms)(depth - 1)
        finally:
            self.expr = expr

    def lambda_(self, depth):
        self.context.append(("lambda", False, False))
        text = f"(lambda {self.parameters(depth, False)}: {self.expr(depth)})"
        self.context.pop()
        return text

    def fstring(self, depth):
        expr, self.expr = self.expr, self.simple_expr
        parts = self.some(lambda: self.pick("text ", "{{", f"{{{self.name()}{self.pick('', '!r', '!s', '!a', '=')}}}",
                                            f"{{({self.expr(depth)}):>{{{self.name()}}}}}", f"{{{self.name()}:x}}"))
        self.expr = expr
        return 'f"' + "".join(parts) + '"'

    def walrus(self, depth):
        if any(kind in ("inner", "class") for kind, *_ in self.context):
            return self.name()
        return f"({self.name()} := {self.expr(depth)})"

    def parameters(self, depth, annotated):
        names = self.random.sample(NAMES, self.random.randint(0, 5))
        out, default, star = [], False, False
        for position, name in enumerate(names):
            if position and not star and "/" not in out and self.chance(15):
                out.append("/")
            if not star and self.chance(15):
                star = True
                out.append(self.pick("*args", "*"))
            note = f": {self.simple_expr(1)}" if annotated and self.chance(25) else ""
            default = self.chance(30) if star else default or self.chance(20)
            out.append(name + note + (f"={self.simple_expr(depth)}" if default else ""))
        if self.chance(10):
            out.append("**kw")
        return ", ".join(out)

    def target(self, depth):
        forms = [self.name, self.name, self.name]
        if depth > 0:
            forms += [lambda: f"{self.name()}.{self.name()}", lambda: f"{self.name()}[{self.simple_expr(1)}]",
                      lambda: "(" + ", ".join(self.some(lambda: self.target(depth - 1), 1, 4)) + ",)",
                      lambda: f"[{self.target(depth - 1)}, *{self.name()}, {self.target(depth - 1)}]"]
        return self.random.choice(forms)()

    # ------------------------------------------------------------- statements

    def emit(self, indent, text):
        self.lines.append("    " * indent + text)

    def body(self, indent, kind=None, loop=None, returns=None):
        old = self.context[-1]
        self.context.append((kind or old[0], old[1] if loop is None else loop, old[2] if returns is None else returns))
        for _ in range(self.random.randint(1, 4)):
            self.statement(indent)
        self.context.pop()

    def statement(self, indent):
        self.budget -= 1
        simple = [self.assign, self.assign, self.assign, self.expression, self.expression, self.augmented, self.delete,
                  self.jump, self.jump, self.imports, self.assertion, self.annotated, self.raises]
        compound = [self.if_, self.if_, self.while_, self.for_, self.for_, self.try_, self.try_, self.with_, self.match_,
                    self.function, self.class_, self.type_alias]
        if self.budget > 0 and indent < 7 and self.chance(45):
            return self.random.choice(compound)(indent)
        lines = [self.random.choice(simple)() for _ in range(self.pick(1, 1, 1, 1, 2))]
        self.emit(indent, "; ".join(lines))

    def assign(self):
        targets = "".join(f"{self.target(2)} = " for _ in range(self.pick(1, 1, 1, 2)))
        return targets + self.pick(self.expr(), self.expr(), "b, a", "c, a, b", "d, c, b, a")

    def expression(self):
        return self.pick(self.expr(), self.call(2))

    def augmented(self):
        target = self.pick(self.name(), f"{self.name()}.{self.name()}", f"{self.name()}[{self.expr(1)}]", f"{self.name()}[a:b]")
        return f"{target} {self.random.choice(BINARY)}= {self.expr()}"

    def delete(self):
        return f"del {self.pick(self.name(), f'{self.name()}.b', f'{self.name()}[{self.expr(1)}]', f'{self.name()}, {self.name()}')}"

    def jump(self):
        kind, loop, returns = self.context[-1]
        choices = ["pass"]
        if loop:
            choices += ["break", "continue"] * 3
        if returns:
            choices += ["return", "return None", "return 1"] + ([f"return {self.expr()}"] if kind == "function" else []) * 2
        return self.random.choice(choices)

    def imports(self):
        return self.pick("import a", "import a.b.c", "import a.b as c", "from a import b", "from . import a as b, c", "from ..x import y")

    def assertion(self):
        return self.pick(f"assert {self.expr()}", f"assert {self.name()}, {self.expr()}")

    def annotated(self):
        return self.pick(f"{self.name()}: {self.simple_expr(1)} = {self.expr()}", f"{self.name()}.b: {self.simple_expr(1)}")

    def raises(self):
        return self.pick("raise", f"raise {self.expr(1)}", f"raise {self.name()} from {self.expr(1)}")

    def if_(self, indent):
        if self.chance(15):
            return self.emit(indent, f"if {self.expr()}: {self.assign()}")
        self.emit(indent, f"if {self.expr()}:")
        self.body(indent + 1)
        for _ in range(self.pick(0, 0, 1, 2)):
            self.emit(indent, f"elif {self.expr()}:")
            self.body(indent + 1)
        self.orelse(indent)

    def orelse(self, indent, percent=40, **context):
        if self.chance(percent):
            self.emit(indent, "else:")
            self.body(indent + 1, **context)

    def while_(self, indent):
        self.emit(indent, f"while {self.pick(self.expr(), self.expr(), 'True', '1', '0')}:")
        self.body(indent + 1, loop=True)
        self.orelse(indent, 25)

    def for_(self, indent):
        word = "async for" if self.is_async() and self.chance(40) else "for"
        self.emit(indent, f"{word} {self.target(2)} in {self.expr()}:")
        self.body(indent + 1, loop=True)
        self.orelse(indent, 25)

    def try_(self, indent):
        star = "*" if self.chance(20) else ""
        inside = {"loop": False, "returns": False} if star else {}
        self.emit(indent, "try:")
        self.body(indent + 1)
        handlers = self.pick(0, 1, 1, 2)
        for _ in range(handlers):
            caught = self.pick(self.name(), f"({self.name()}, {self.name()})") + self.pick("", f" as {self.name()}")
            self.emit(indent, f"except{star} {caught}:")
            self.body(indent + 1, **inside)
        if handlers and not star and self.chance(30):
            self.emit(indent, "except: pass" if self.chance(30) else "except:")
            if self.lines[-1].endswith(":"):
                self.body(indent + 1)
        if handlers:
            self.orelse(indent, 30)
        if not handlers or self.chance(30):
            self.emit(indent, "finally:")
            self.body(indent + 1)

    def with_(self, indent):
        word = "async with" if self.is_async() and self.chance(40) else "with"
        items = self.some(lambda: self.expr(2) + self.pick("", f" as {self.target(1)}"), 1, 2)
        self.emit(indent, f"{word} {', '.join(items)}:")
        self.body(indent + 1)

    def pattern(self, depth, bound):
        fresh = lambda: self.fresh(bound)
        leaves = ["1", "-1.5", "'text'", "None", "True", "a.b", "_", "1 + 2j", "b'x'", fresh, fresh]
        if depth > 0:
            sub = lambda: self.pattern(depth - 1, bound)
            leaves += [lambda: "[" + ", ".join(self.some(sub, 0, 3)) + "]", lambda: f"[{sub()}, *{fresh()}, {sub()}]",
                       lambda: f"[{sub()}, *_]", lambda: f"{{'k': {sub()}, 'm': {sub()}}}",
                       lambda: f"{{'k': {sub()}, **{fresh()}}}",
                       lambda: f"Point({sub()}, y={sub()})", lambda: "int()", lambda: f"({sub()}) as {fresh()}",
                       lambda: "1 | 'x' | None", lambda: "a.b | [1, _]"]
        leaf = self.random.choice(leaves)
        return leaf() if callable(leaf) else leaf

    def fresh(self, bound):
        name = f"p{len(bound)}"
        bound.append(name)
        return name

    def match_(self, indent):
        self.emit(indent, f"match {self.expr()}:")
        for _ in range(self.pick(1, 2, 3)):
            pattern = self.pattern(2, [])
            # What matches everything must come last, so give it a condition.
            guard = f" if {self.expr(1)}" if pattern == "_" or pattern.startswith(("p", "(")) or self.chance(30) else ""
            self.emit(indent + 1, f"case {pattern}{guard}:")
            self.body(indent + 2)
        if self.chance(30):
            self.emit(indent + 1, "case _:")
            self.body(indent + 2)

    def type_params(self):
        return self.pick("", "", "", "", "[T]", "[T: int, *Ts, **P]", "[T: (int, str)]")

    def function(self, indent):
        for _ in range(self.pick(0, 0, 0, 1)):
            self.emit(indent, f"@{self.call(1)}")
        kind = self.pick("function", "function", "function", "async", "plain")
        word = "async def" if kind == "async" else "def"
        returns = f" -> {self.simple_expr(1)}" if self.chance(15) else ""
        self.emit(indent, f"{word} {self.name()}{self.type_params()}({self.parameters(1, True)}){returns}:")
        if self.chance(20):
            self.emit(indent + 1, '"""A docstring."""')
        self.body(indent + 1, kind=kind, loop=False, returns=True)

    def class_(self, indent):
        bases = self.pick("", "()", f"({self.simple_expr(1)})", "(A, metaclass=B, **c)")
        self.emit(indent, f"class {self.name()}{self.type_params()}{bases}:")
        if self.chance(20):
            self.emit(indent + 1, "'A docstring.'")
        self.body(indent + 1, kind="class", loop=False, returns=False)

    def type_alias(self, indent):
        self.emit(indent, f"type {self.name()}{self.type_params()} = {self.simple_expr(1)}")

    def program(self, invalid):
        left = self.budget
        while left > 0:
            # A big statement is easily spoilt by one part.
            start, self.budget = len(self.lines), 30
            self.statement(0)
            if not invalid and not is_valid("\n".join(self.lines[start:])):
                del self.lines[start:]
            left -= 30 - self.budget
        return "\n".join(self.lines) + "\n"


def is_valid(text):
    try:
        compile(text, "<program>", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=60, help="statements in a program, about")
    parser.add_argument("--invalid", action="store_true", help="keep what is refused")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    args.folder.mkdir(parents=True, exist_ok=True)
    for number in range(args.count):
        text = Writer(args.seed * 1_000_003 + number, args.size).program(args.invalid)
        (args.folder / f"program_{args.seed}_{number}.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
