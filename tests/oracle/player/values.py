"""Expressions, each of the kind that is asked for, most of the time."""
from .base import KINDS, Base

LITERALS = {
    "int": ["0", "1", "2", "3", "-1", "7", "10", "255", "-40", "(2**31)", "(10**20)"],
    "float": ["0.5", "1.0", "-2.25", "1e10", "0.1", "float('inf')", "1e-7"],
    "str": ["''", "'a'", "'abc'", "'Hello, World'", "'größe'", "'12'", "'  x y  '", "'a,b,c'", "'\\n\\t'", "'😀z'"],
    "bytes": ["b''", "b'abc'", "b'\\x00\\xff'", "bytearray(b'xy')"],
    "bool": ["True", "False"],
    "none": ["None"],
    "tuple": ["()", "(1,)", "(1, 'a', 2.5)", "((1, 2), (3, 4))"],
    "list": ["[]", "[3, 1, 2]", "['b', 'a', 'c']", "[1, 'x', None]", "[[1], [2, 3]]"],
    "dict": ["{}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{(1, 2): [3], None: 4}"],
    "set": ["set()", "{1, 2, 3}", "frozenset({4, 5})", "{'only'}"],
}
SPECS = ["", ":>8", ":<6", ":^7", ":05", ":x", ":.2f", ":,", "!r", "!s", "!r:>10", ":+d", ":e", ":%", ":*^9"]


class Values(Base):
    def expr(self, kind=None, depth=2):
        kind = kind or self.random.choice(KINDS)
        if self.chance(4):
            kind = self.random.choice(KINDS + ["object"])
        known = self.names[kind]
        if known and self.chance(45):
            return self.random.choice(known)
        if kind == "object":
            return self.object(depth)
        if depth <= 0 or self.chance(15):
            return self.random.choice(LITERALS[kind])
        if self.chance(12):
            return self.any_kind(kind, depth - 1)
        return getattr(self, kind + "_")(depth - 1)

    def any_kind(self, kind, depth):
        """What gives a value of any kind."""
        one, two = self.expr(kind, depth), self.expr(kind, depth)
        return self.pick(
            f"({one} if {self.test(depth)} else {two})", f"({one} or {two})", f"({one} and {two})", f"[{one}, {two}][{self.small()}]",
            f"{{'k': {one}}}.get({self.pick(repr('k'), repr('z'))}, {two})", f"(lambda v, w={two}: v)({one})", f"({self.new('w')} := {one})",
            f"max({one}, {two})", f"next(iter([{one}]))", self.call(depth) or one)

    def small(self):
        return self.pick("0", "1", "-1", "2", "True")

    def test(self, depth=1):
        return self.expr("bool", depth) if self.chance(70) else self.expr(None, depth)

    def call(self, depth):
        """A call of a function above, with arguments that fit or do not."""
        if not self.functions or self.inside == "callee" or (self.loops and self.chance(50)):
            return None
        name, wanted = self.random.choice(self.functions)
        count = wanted + (self.pick(-1, 1) if self.chance(8) else 0)
        args = [self.expr(self.pick("int", "str", "list", None), depth - 1) for _ in range(max(count, 0))]
        if self.chance(20):
            args.append(self.pick("*[1]", "*()", "**{}", "key=2", "**{'key': 3}", "*'ab'"))
        return f"{name}({', '.join(args)})"

    def int_(self, depth):
        i, j = self.expr("int", depth), self.expr("int", depth)
        s, l = self.expr("str", depth), self.expr("list", depth)
        return self.pick(
            f"({i} + {j})", f"({i} - {j})", f"({i} * {j})", f"({i} // {j})", f"({i} % {j})", f"({i} & {j})", f"({i} | {j})", f"({i} ^ {j})",
            f"(-{i})", f"(~{i})", f"({i} % 1000 << {self.pick(1, 3, 9)})", f"({i} >> 2)", f"({i} % 100) ** {self.pick(0, 1, 2, 3)}", f"abs({i})",
            f"len({self.expr(self.pick('str', 'list', 'dict', 'set', 'tuple', 'bytes'), depth)})", f"sum({self.numbers(depth)})", f"int({s})", f"ord({s}[:1])",
            f"{l}.count({i})", f"{s}.find({self.expr('str', depth)})", f"divmod({i}, {j})[0]", f"round({self.expr('float', depth)})",
            f"hash({i})", f"({i}).bit_length()", f"min({i}, {j}, key=lambda n: -n)", f"pow({i} % 50, {self.pick(2, 3, -1)}, 7)", f"int({self.expr('float', depth)})")

    def numbers(self, depth):
        return self.pick(f"range({self.pick(3, 4, 5)})", f"[{self.expr('int', depth)}, {self.expr('int', depth)}]",
                         f"(n * n for n in range({self.pick(2, 3, 4)}))", f"[n for n in ({self.expr('int', depth)}, 2) if n]",
                         f"map(int, {self.pick(repr('123'), repr('4x'))})", f"{{1: 2, 3: 4}}.values()")

    def float_(self, depth):
        f, g, i = self.expr("float", depth), self.expr("float", depth), self.expr("int", depth)
        return self.pick(f"({f} + {g})", f"({f} * {i})", f"({i} / {self.expr('int', depth)})", f"({f} - {i})", f"({f} // {g})", f"({f} % 3)", f"float({self.expr('str', depth)})",
                         f"round({f}, 2)", f"abs({f})", f"(-{f})", f"({f}).is_integer()", f"complex({f}, 1).real", f"float({i})")

    def str_(self, depth):
        s, t, v = self.expr("str", depth), self.expr("str", depth), self.expr(None, depth)
        return self.pick(
            f"({s} + {t})", f"({s} * {self.pick(0, 2, 3)})", f"{s}[{self.slice()}]", f"{s}[{self.small()}]", f"str({v})", f"repr({v})", self.fstring(depth), self.fstring(depth),
            f"{s}.{self.pick('upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize', 'casefold')}()", f"{s}.replace({t}, '-', 3)[:40]", f"{s}.join(['x', {t}])",
            f"', '.join(map(str, {self.expr('list', depth)}))", f"{s}.{self.pick('ljust', 'rjust', 'center', 'zfill')}(7)", f"({self.pick(repr('%s|%r'), repr('%5s %s'))} % ({v}, {t}))",
            f"'{{}} {{!r}}'.format({v}, {t})", f"format({v}, {self.pick(repr(''), repr('>6'), repr('d'))})", f"chr({self.pick(65, 223, 128512)})", f"type({v}).__name__", f"{s}[::-1]",
            f"'{{0[0]}}'.format({s})", f"hex({self.expr('int', depth)})", f"{s}.removeprefix({t})", f"{s}.partition(',')[2]")

    def fstring(self, depth):
        parts = [f"{{{self.expr(self.pick('int', 'float', 'str'), depth)}{self.random.choice(SPECS)}}}" for _ in range(self.pick(1, 2))]
        return 'f"' + self.pick("", "<", "n=") + " ".join(parts) + '"'

    def bytes_(self, depth):
        b = self.expr("bytes", depth)
        return self.pick(f"({b} + b'-')", f"{b}[{self.slice()}]", f"{self.expr('str', depth)}.encode()", f"bytes({self.pick(3, '[65, 66]')})", f"{b}.upper()", f"({b} * 2)")

    def bool_(self, depth):
        a, b = self.expr("int", depth), self.expr("int", depth)
        v, w = self.expr(None, depth), self.expr(None, depth)
        return self.pick(
            f"({a} < {b})", f"({a} == {b})", f"({a} <= {b} < {self.expr('int', depth)})", f"({v} == {w})", f"({v} != {w})", f"(not {v})", f"({v} is None)", f"({v} is not None)",
            f"({v} in {self.expr(self.pick('list', 'tuple', 'dict', 'set'), depth)})", f"({self.expr('str', depth)} not in {self.expr('str', depth)})",
            f"isinstance({v}, {self.pick('int', 'str', '(list, dict)', 'int | str', 'object')})", f"any({self.expr('list', depth)})", f"all({self.expr('tuple', depth)})", f"bool({v})",
            f"({self.expr('str', depth)} > {self.expr('str', depth)})", f"callable({v})", f"{self.expr('str', depth)}.{self.pick('isdigit()', 'isalpha()', 'startswith(chr(97))', 'isspace()')}",
            f"hasattr({v}, {self.pick(repr('real'), repr('append'), repr('zz'))})", f"({self.expr('set', depth)} <= {self.expr('set', depth)})", f"({self.expr('list', depth)} < {self.expr('list', depth)})")

    def slice(self):
        part = lambda: self.pick("", "", "1", "-2", "3", "0")
        return f"{part()}:{part()}" + self.pick("", "", ":2", ":-1")

    def iterable(self, depth):
        """Something short to go through."""
        return self.pick(f"range({self.pick('3', '1, 4', '5, 0, -2')})", f"{self.expr('list', depth)}[:4]", f"{self.expr('tuple', depth)}[:4]", f"{self.expr('str', depth)}[:4]",
                         f"enumerate({self.expr('str', depth)}[:3])", f"zip({self.expr('list', depth)}[:3], 'xyz')", f"list({self.expr('dict', depth)}.items())[:3]", f"sorted({self.numbers(depth)})[:4]",
                         f"reversed({self.expr('list', depth)}[:3])", f"map(lambda v: (v, v), [1, 2])", f"filter(None, [0, 1, '', 'a'])", f"iter({self.expr('tuple', depth)}[:3])",
                         f"{self.expr('bytes', depth)}[:3]", f"list({self.expr('set', depth)})[:1]")

    def list_(self, depth):
        l, v = self.expr("list", depth), self.expr(None, depth)
        return self.pick(
            f"[{v}, {self.expr(None, depth)}]", f"({l} + [{v}])[:8]", f"({l} * 2)[:8]", f"{l}[{self.slice()}]", f"list({self.iterable(depth)})", self.comprehension("[", "]", depth), self.comprehension("[", "]", depth),
            f"sorted({self.expr('list', depth)}, key={self.pick('str', 'lambda v: (str(type(v)), repr(v))', 'len', 'lambda v: -v')})", f"sorted({self.numbers(depth)}, reverse=True)", f"[*{self.iterable(depth)}, {v}]",
            f"{self.expr('str', depth)}.split({self.pick('', repr(','))})", f"list(map(lambda a, b: (a, b), {self.iterable(depth)}, {self.iterable(depth)}))", f"list(zip({self.iterable(depth)}, {l}[:3]))", f"{l}.copy()")

    def comprehension(self, opening, closing, depth):
        name, self.count = f"c{self.count + 1}", self.count + 1
        value = self.pick(name, f"({name}, {self.expr('int', depth - 1)})", f"{name} * 2", f"str({name})", f"[{name} for _ in range(2)]")
        if opening == "{":
            value = self.pick(f"{name}: {value}", f"repr({name}): {name}")
        inner = self.pick("", "", f" if {name}", f" if {self.test(depth - 1)}", f" for d in range(2)", f" for d in [{name}] if d")
        return f"{opening}{value} for {name} in {self.iterable(depth - 1)}{inner}{closing}"

    def dict_(self, depth):
        d, v = self.expr("dict", depth), self.expr(None, depth)
        return self.pick(f"{{{self.expr('str', depth)}: {v}, {self.expr('int', depth)}: {self.expr('int', depth)}}}", f"{{**{d}, 'n': {v}}}", self.comprehension("{", "}", depth), f"dict({self.pick('a=1, b=2', '[(1, 2)]', 'zip([1, 2], [3, 4])')})",
                         f"({d} | {self.expr('dict', depth)})", f"dict.fromkeys({self.iterable(depth)}, {v})", f"{d}.copy()", f"{{k: n for n, k in enumerate({self.expr('str', depth)}[:3])}}")

    def set_(self, depth):
        s, t = self.expr("set", depth), self.expr("set", depth)
        return self.pick(f"({s} | {t})", f"({s} & {t})", f"({s} - {t})", f"({s} ^ {t})", f"set({self.numbers(depth)})", f"frozenset({s})", f"{{{self.expr('int', depth)}, {self.expr('int', depth)}}}", f"{{n % 3 for n in {self.numbers(depth)}}}")

    def tuple_(self, depth):
        t, v = self.expr("tuple", depth), self.expr(None, depth)
        return self.pick(f"({v}, {self.expr(None, depth)})", f"({t} + ({v},))[:6]", f"{t}[{self.slice()}]", f"tuple({self.iterable(depth)})", f"divmod({self.expr('int', depth)}, 3)", f"(*{self.iterable(depth)}, {v})", f"{self.expr('str', depth)}.partition('b')")

    def none_(self, depth):
        return self.pick("None", f"print({self.expr(None, depth)})", f"print({self.expr(None, depth)}, {self.expr(None, depth)}, sep='-', end='.\\n')", f"{self.expr('list', depth)}.append({self.expr(None, depth)})",
                         f"{self.expr('dict', depth)}.update(z={self.expr('int', depth)})", f"{{}}.get(1)", f"{self.expr('list', depth)}.reverse()")

    def object(self, depth):
        if not self.classes:
            return self.expr("str", depth)
        name, _ = self.random.choice(self.classes)
        return f"{name}({self.expr('int', depth - 1)})"
