"""Statements with so much of one thing that arguments and jumps take more than one unit."""
from .definitions import Definitions


class Giants(Definitions):
    def giant(self, indent):
        many = self.pick(31, 40, 130, 256, 257, 300, 520)
        self.random.choice([self.names, self.constants, self.arguments_, self.displays, self.elifs, self.long_loop, self.long_try,
                            self.long_string, self.wide_function, self.cells, self.long_match, self.chains])(indent, many)

    def names(self, indent, many):
        self.emit(indent, "; ".join(f"n{number} = a.m{number}" for number in range(many)))
        self.emit(indent, f"n{many - 1} += n{many // 2}; del n0, n1")

    def constants(self, indent, many):
        for number in range(many):
            self.emit(indent, f"a = {number * 1000}; b = 'c{number}'; f(c={number}.5)")

    def arguments_(self, indent, many):
        positional = ", ".join(f"a{number}" for number in range(many))
        named = ", ".join(f"k{number}={number}" for number in range(many))
        self.emit(indent, self.pick(f"f({positional})", f"f({named})", f"f({positional}, {named})", f"f(*a, {positional}, **b, {named})",
                                    f"spam.method({positional})", f"class Big({positional}, {named}): pass"))

    def displays(self, indent, many):
        items = [self.pick("a", "b.c", "1", "'x'", "(1, 2)") for _ in range(many)]
        if self.chance(50):
            items = [str(number) for number in range(many)]
        items.insert(len(items) // 2, self.pick("1", "a", "*b"))
        one = ", ".join(items)
        pairs = ", ".join(f"{item.lstrip('*')}: {number}" for number, item in enumerate(items))
        names = ", ".join(f"{{a{number}!r}}" for number in range(many))
        self.emit(indent, "x = " + self.pick(f"[{one}]", f"{{{one}}}", f"({one})", f"{{{pairs}}}", f"f'{names}'", f"{{**a, {pairs}}}"))
        self.emit(indent, f"{', '.join(f't{number}' for number in range(many))}, *rest, last = x")

    def elifs(self, indent, many):
        for number in range(many):
            self.emit(indent, f"{'el' if number else ''}if a == {number}: {self.simple()}")

    def long_loop(self, indent, many):
        header = self.pick("while a:", "for a in b:", "while a < b < c:", "while True:")
        self.emit(indent, header)
        for number in range(many):
            self.emit(indent + 1, self.pick("a = b.c + d", "if a and b or c: continue", "if not a: break", "a[b] = f(c, d)"))
        if self.chance(30):
            self.emit(indent, "else:")
            self.emit(indent + 1, "a = 1")

    def long_try(self, indent, many):
        self.emit(indent, "try:")
        for number in range(many):
            self.emit(indent + 1, "a.b(c)[d] = a")
        for number in range(self.pick(1, 1, many)):
            self.emit(indent, f"except E{number} as e: a.b({number})")
        self.emit(indent, "finally:")
        self.emit(indent + 1, "with a, b as c: f()")

    def long_string(self, indent, many):
        self.emit(indent, f"x = '{'long ' * many}'; y = b'''{'line' * 9 + chr(10)}''' * {many}")
        self.emit(indent, f"{'y' * many} = {'z' * many}.{'w' * many}")

    def wide_function(self, indent, many):
        names = ", ".join(f"p{number}{'=1' if number > 200 else ''}" for number in range(many))
        self.emit(indent, f"def wide({names}, *, {', '.join(f'k{number}=a' for number in range(many))}):")
        self.emit(indent + 1, f"return [p{many - 1} + k{number} for p{number // 2} in p{number}]" if (number := many // 2) else "pass")
        self.emit(indent, f"lambda {names}: p{many - 1}")

    def cells(self, indent, many):
        self.emit(indent, "def cells():")
        self.emit(indent + 1, "; ".join(f"c{number} = {number}" for number in range(many)))
        self.emit(indent + 1, f"def inner(): return {' + '.join(f'c{number}' for number in range(many))}")
        self.emit(indent + 1, f"c{many // 2} = [c{many - 1} for _ in (lambda: c{many // 3})()]; del c0")

    def long_match(self, indent, many):
        self.emit(indent, "match a:")
        for number in range(many):
            self.emit(indent + 1, f"case {self.pick(f'[{number}, x, *_]', f'{{{number}: y}}', f'C({number}, z={number})', f'{number} | -{number}')}: pass")
        self.emit(indent + 1, f"case [{', '.join(f'v{number}' for number in range(min(many, 255)))}, *rest, last]: pass")

    def chains(self, indent, many):
        many = min(many, 90)
        self.emit(indent, "x = " + self.pick(" + ", " and ", " < ", " or ", " ** ").join(["a"] * many))
        self.emit(indent, "x = a" + self.pick(".b", "()", "[0]", ".b()", "(c)[1].d") * many)
        self.emit(indent, "x = " + self.pick("not ", "-", "~", "+") * many + "a")
        self.emit(indent, "x = " + "a if b else " * many + "c")
