"""Print small programs of odd spellings with their tokens and tree, or the error, one JSON line each.

    python3.12 tests/oracle/edge_programs.py > tests/golden/syntax/edges.jsonl

The programs are put together at random (seeded) from what tokenizers and parsers get wrong: strings and
f-strings in all their forms, numbers, blanks, continuation lines, comments, line ends, decorators, patterns.
`--seed N --count N` prints others.
"""
import argparse
import ast
import io
import json
import random
import tokenize
import warnings


class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def one(self, *choices):
        return self.rng.choice(choices)

    def some(self, make, most, join=""):
        return join.join(make() for _ in range(self.rng.randint(0, most)))

    def blank(self):
        return self.one("", "", " ", "  ", "\t", " \\\n ", "\\\n")

    def number(self):
        return self.one("0", "00_0", "1_000", "0xFf", "0o17", "0b1_0", "1.", ".5", "1.5e10", "1e-5", "1E+5", "3j", "1_0.2_5J",
                        "123456789012345678901234567890", "0xFFFFFFFFFFFFFFFFFF", "1e400", "9223372036854775807",
                        "9223372036854775808", "0.1", "1e16", "1e15", "123456.789e-10", "0e0", "5e-324", "1e22", "1e23")

    def name(self):
        return self.one("x", "y", "spam", "_", "match", "case", "type", "\u00e9t\u00e9", "\ufb01n", "\u212b", "\u4e16\u754c", "print", "x1")

    def escape(self):
        return self.one("\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\N{BULLET}", "\\101", "\\0", "\\\\", "\\'", '\\"', "\\d",
                        "\\\n", "\\ud800", "\\7", "\\400", "\\{", "\\}")

    def text(self, quote, braces=False):
        piece = self.one("a", " ", "b c", "#", "\u00e9", "\U0001F600", self.escape(), "'" if quote != "'" else '"', "%s", "\t")
        if len(quote) == 3:
            piece = self.one(piece, piece, "\n", "\\\n", quote[0] + "a")
        if braces:
            piece = self.one(piece, piece, piece, "{{", "}}")
        elif braces is False:
            piece = self.one(piece, piece, "{", "}")
        return piece

    def string(self):
        prefix = self.one("", "", "", "r", "u", "U", "R", "b", "rb", "Br")
        quote = self.one("'", '"', "'''", '"""')
        body = self.some(lambda: self.text(quote, None if prefix else False), 4)
        if "b" in prefix.lower():
            body = body.encode("ascii", "ignore").decode()
        return prefix + quote + body + quote

    def fstring(self, depth=0):
        prefix = self.one("f", "F", "rf", "fR")
        quote = self.one("'", '"', "'''", '"""')
        return prefix + quote + self.some(lambda: self.fpiece(quote, depth), 4) + quote

    def fpiece(self, quote, depth):
        return self.one(lambda: self.text(quote, True), lambda: self.field(quote, depth), lambda: self.field(quote, depth))()

    def field(self, quote, depth, nested=0):
        value = self.one(self.name(), self.number(), "a.b", "(1, 2)", "{1: 2}['a']", "lambda: 1", "(lambda x: x)", "x if y else z", "x != y",
                         "*a, b", "yield", "[i for i in x]", "a['b']", "not x", "x == y", "x<y", "-x", "f(a=1)",
                         self.string() if depth < 1 else "x", self.fstring(depth + 1) if depth < 2 else "y")
        space = self.one("", "", " ", "\n" if len(quote) == 3 else "", " # c\n" if len(quote) == 3 else "")
        debug = self.one("", "", "", "=", " = ", "= ")
        conversion = self.one("", "", "!r", "!s", "!a", " !r")
        spec = self.one("", "", ":", ":" + self.spec(quote, depth, nested))
        return "{" + self.one("", " ") + value + space + debug + conversion + spec + "}"

    def spec(self, quote, depth, nested):
        def piece():
            choice = self.one(">10", "d", " ", "\u00e9", ".2f", "\\n", "\\N{BULLET}x", "!r", "\\x41", "field")
            if choice == "field":
                return self.field(quote, depth, nested + 1) if nested < 2 else "x"
            return choice
        return self.some(piece, 3)

    def atom(self):
        return self.one(self.name, self.number, self.string, self.fstring, self.fstring,
                        lambda: " ".join(self.one(self.string, self.fstring)() for _ in range(self.rng.randint(2, 3))),
                        lambda: "(" + self.expr() + self.one(",", "", "\n") + ")", lambda: "[" + self.expr() + self.one(", ]", "]"),
                        lambda: "f(" + self.one("x for x in y", "a, *b, c=1, **d", "*a", "x := 1", "\n# c\nx\n") + ")",
                        lambda: "x[" + self.one("1:2", "::", "a, b", "*a", "1:2, 3", ":, ::2", "x := 1") + "]")()

    def expr(self):
        blank = self.blank
        return self.one(lambda: self.atom(), lambda: self.atom(), lambda: self.atom() + blank() + self.one("+", "**", "@", "//", "<", "!=", ">>", "and ", "is not ", "not in ")
                        + blank() + self.atom(), lambda: self.one("-", "not ", "~", "await ", "*") + self.atom(),
                        lambda: "lambda " + self.one("", "*a, b=1", "a, /, b, *, c, **d", "**k") + ": " + self.atom(),
                        lambda: "{" + self.one("**a, 'b': 1", "*a, 1", "k: v for k, v in x if y if z", "1, 2,", "") + "}",
                        lambda: self.atom() + " if " + self.atom() + " else " + self.atom(),
                        lambda: "(" + self.atom() + " for x in y" + self.one("", " async for z in w", " if x") + ")", lambda: "...")()

    def simple(self):
        return self.one(lambda: self.expr(), lambda: self.name() + self.blank() + "=" + self.blank() + self.expr(), lambda: "x, *y = " + self.expr(),
                        lambda: "x: int" + self.one("", " = " + self.expr()), lambda: "(x): y = 1", lambda: "x.y += " + self.expr(), lambda: "raise" + self.one("", " x", " x from y"),
                        lambda: "return " + self.expr(), lambda: "del x, (y, z), a[1]", lambda: "assert x, y", lambda: "import a.b as c, d",
                        lambda: "from ... import (a as b, c,)", lambda: "from .x import *", lambda: "global x, y", lambda: "type X[T: int, *U, **V] = T",
                        lambda: "yield " + self.atom(), lambda: "x = yield", lambda: "pass")()

    def block(self, indent):
        inner = indent + self.one("    ", " ", "\t", "  ")
        if self.one(True, False, False):
            return " " + self.simple() + self.one("", ";", "; " + self.simple(), " ; x ;  ") + self.one("", " # c") + "\n"
        out = self.one("", " # c", "  ") + "\n"
        for _ in range(self.rng.randint(1, 2)):
            out += self.one("", "", "\n", inner + "# c\n", "# c\n") + self.stmt(inner)
        return out

    def stmt(self, indent=""):
        if len(indent) > 8 or self.one(True, True, False):
            return indent + self.simple() + self.one("", "", ";", " # c", "; pass", "\x0c") + "\n"
        b = lambda: self.block(indent)
        return indent + self.one(
            lambda: "if x:" + b() + self.one("", indent + "elif y:" + b()) + self.one("", indent + "else:" + b()),
            lambda: "for x, *y in " + self.expr() + ":" + b() + self.one("", indent + "else:" + b()), lambda: "while x:" + b(),
            lambda: "with a as b, c:" + b(), lambda: "with (a as b, c as (d, e),):" + b(), lambda: "async with a:" + b(),
            lambda: "try:" + b() + indent + "except x as y:" + b() + self.one("", indent + "else:" + b()) + indent + "finally:" + b(),
            lambda: "try:" + b() + indent + "except* (x, y):" + b(),
            lambda: self.one("", "@a\n" + indent, "@a.b(c) # d\n\n" + indent, "@(x)\n# c\n" + indent) + self.one("", "async ") + "def f" + self.one("", "[T]") +
            "(" + self.one("", "a, b=1, /, c: int = 2, *d: x, e, f=3, **g: y", "*, a", "*a: *b", "a,") + ")" + self.one("", " -> " + self.atom()) + ":" + b(),
            lambda: self.one("", "@a\n" + indent) + "class C" + self.one("", "()", "(A, *b, c=d, **e)", "[T, *U](A)") + ":" + b(),
            lambda: "match x:\n" + indent + " case " + self.one("1", "-1", "1+2j", "'a' 'b'", "None", "[a, *_, b]", "{'a': 1, **k}", "A.b(c, d=e)", "a | b as c", "(a)", "_",
                                                                "a.b", "*a, b", "{}", "()", "True if x", f"-{self.number()}") + ":" + self.block(indent + " "))()

    def program(self):
        text = "".join(self.stmt() for _ in range(self.rng.randint(1, 3)))
        if self.one(True, False, False, False, False):
            text = text.rstrip("\n")
        return self.one(text, text, text, text, text, text.replace("\n", "\r\n"))


def rows(source):
    row = {"source": source}
    data = source.encode()
    try:
        row["ast"] = ast.dump(compile(data, "<edge>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True), include_attributes=True)
    except (SyntaxError, ValueError) as e:
        row["error"] = [type(e).__name__, e.msg if isinstance(e, SyntaxError) else str(e)]
        if isinstance(e, SyntaxError):
            row["error"] += [e.lineno, e.offset, e.end_lineno, e.end_offset]
    try:
        row["tokens"] = [[tokenize.tok_name[t.exact_type], t.string, *t.start, *t.end]
                         for t in tokenize.tokenize(io.BytesIO(data).readline)]
    except (SyntaxError, tokenize.TokenError) as e:
        row["token_error"] = [type(e).__name__, str(e.args[0])]
        if isinstance(e, tokenize.TokenError):
            row["token_error"] += e.args[1]
        elif e.lineno is not None:
            row["token_error"] += [e.lineno, e.offset, e.end_lineno, e.end_offset]
    return row


# Lines that end in the format of a field.
FORMATS = ["f'{x:a\n}'", "f'{x:\n}'", "f'{x:a\n  # c\n  }b'", "f'{x:a\n{y}}'", "f'{x:a{y}\n}'", "f'{x:a{y}b\n}'", "f'{x:\\\n}'", "f'{x:a\\\n}'",
           "f'{x!r:a\n}'", "f'{x=:a\n}'", "f'''{x:a\n}'''", "f'{x:{y:b\n}\n}'", "rf'{x:a\n}'", "f'{x:{y}\n{z}}'", "f'{x:a\n!r}'", "f'{x:a\n:b}'",
           "f'{x:a\n\\\n}'", "f'{x:a\n'b'}'", "f'{x:a\n\n\n}'", "f'{x:a\n\f}'", "f'{x:\n{z}}'", "f'{x:é\n # é\n}'", "f'{x:\\x41\n}' f'{y:b\n}' 'z'\nw=1",
           "f'{x:\n}{y:a}'", "f'{x:a\n}' )"]


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--seed", type=int, default=312)
    p.add_argument("--count", type=int, default=300)
    args = p.parse_args()
    warnings.simplefilter("ignore")
    maker = Maker(args.seed)
    for text in [*FORMATS, *(maker.program() for _ in range(args.count))]:
        try:
            row = rows(text)
        except SystemError:                  # a mistake of CPython 3.12.1 itself
            continue
        if "ast" in row and any(0xD800 <= ord(c) < 0xE000 for c in row["ast"]):
            continue
        print(json.dumps(row))


if __name__ == "__main__":
    main()
