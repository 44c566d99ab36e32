"""Records what CPython answers to thousands of expressions over builtin types. From the repository's root:

    PYTHONHASHSEED=0 python3.12 tests/golden/natives/make.py

Each line of a table is `[expression, answer]`: the answer is the `repr` of the value or the error as it is printed.
"""
import itertools
import json
import os
import signal
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# What writes by itself, or shows where things lie in memory.
SKIPPED = ("print(", "hash(...", "hash(gen", "hash(len", "hash(int", "hash(Named", "hash(I(", "hash(ValueError", "(float('nan')).__hash__")
# A table this long says enough: rows are left out at even distances.
MOST = 4000

SETUP = '''
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class S(str): pass
class N(int): pass
class L(list): pass
class D(dict):
    def __missing__(self, key): return ("missing", key)
class Same:
    def __eq__(self, other): return True
    def __hash__(self): return 1
class Named:
    def __init__(self, name): self.name = name
    def __repr__(self): return "<" + self.name + ">"
    def __lt__(self, other): return self.name < other.name
    def __format__(self, spec): return "F(" + spec + ")"
def done(function, *args, **names):
    function(*args, **names)
    return function.__self__
def after(value, function):
    function(value)
    return value
def gen(*items):
    yield from items
'''


def answer(expression):
    scope = {"__name__": "__main__"}
    exec(SETUP, scope)
    signal.alarm(3)
    try:
        value = eval(expression, scope)
        return repr(value)
    except BaseException as error:
        text = str(error)
        return type(error).__name__ + (": " + text if text else "")
    finally:
        signal.alarm(0)


def too_slow(_number, _frame):
    raise TooSlow


class TooSlow(BaseException):
    """An expression that does not belong here."""


signal.signal(signal.SIGALRM, too_slow)


def write(name, expressions):
    rows = []
    expressions = list(dict.fromkeys(expressions))
    step = -(-len(expressions) // MOST)
    # A stride that shares no factor with the lists the rows are made of.
    step += step > 1 and step % 2 == 0
    for expression in expressions[::step]:
        try:
            compile(expression, "", "eval")
        except SyntaxError:
            continue
        text = answer(expression)
        if expression.startswith(SKIPPED) or " at 0x" in text or text.startswith("TooSlow") or len(text) > 5000:
            continue
        rows.append(json.dumps([expression, text], ensure_ascii=True))
    with open(os.path.join(HERE, name + ".jsonl"), "w") as out:
        out.write(json.dumps({"setup": SETUP}) + "\n")
        out.write("\n".join(rows) + "\n")
    print(name, len(rows))


def calls(receivers, methods, arguments):
    for receiver, method, args in itertools.product(receivers, methods, arguments):
        yield f"({receiver}).{method}({args})"


TEXTS = ["''", "'a'", "'hello world'", "'  pad\\t\\n'", "'a,b,,c,'", "'Hello There Ünï'", "'ß\u0130ŉ'", "'abcabcabc'",
         "'line1\\nline2\\r\\nline3\\x0b\\x85end'", "'\U0001F600 x \U0001F600'", "'\\ud800z'", "'ΑΣ ΑΣ. ΣΑΣ'", "'123'", "'٣٤²½'",
         "'don\\'t stop'", "S('sub')", "'\\t\\ta\\tb'", "'ǅungla'", "'x1_'", "'-42'", "'+7'", "'xxhixx'"]

TEXT_NO_ARGS = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdigit", "isdecimal", "isnumeric",
                "isalnum", "isspace", "islower", "isupper", "istitle", "isidentifier", "isprintable", "isascii", "split", "rsplit",
                "splitlines", "strip", "lstrip", "rstrip", "encode", "expandtabs", "__len__", "__repr__", "__str__", "__hash__", "format"]

SEARCH = ["'a'", "''", "'b', 1", "'c', -3", "'a', 1, 5", "'bc', None, None", "'a', 10, 2", "'', 100", "'', 3, 1", "1", "None", "", "'a', 'b'", "'a', 1, 2, 3",
          "'a', I(2)", "'\U0001F600', 1", "'o'", "'l'", "('a', 'h')", "('a', 1)", "()", "'a', 10**30", "'a', -10**30", "b'a'", "'\\ud800'"]


def text():
    yield from calls(TEXTS, TEXT_NO_ARGS, [""])
    yield from calls(TEXTS[:6], ["upper", "isalpha", "strip", "split", "splitlines", "encode"], ["1", "1, 2, 3"])
    yield from calls(TEXTS, ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"], SEARCH)
    yield from calls(TEXTS, ["split", "rsplit"], ["','", "'a'", "None, 1", "None, 0", "' ', 1", "',', 2", "''", "1", "sep=','", "maxsplit=1", "sep=None, maxsplit=2", "', '", "'a', -1", "'b', 'c'", "foo=1", "'a', I(1)", "'abc'", "'x', 1"])
    yield from calls(TEXTS, ["partition", "rpartition"], ["','", "'a'", "' '", "''", "1", "", "'zz'"])
    yield from calls(TEXTS, ["strip", "lstrip", "rstrip"], ["'a'", "' \\n'", "'xh'", "''", "None", "1", "'\U0001F600 '"])
    yield from calls(TEXTS, ["splitlines"], ["True", "keepends=True", "0", "'x'", "True, 1", "keep=1"])
    yield from calls(TEXTS, ["replace"], ["'a', 'b'", "'', '-'", "'', '-', 2", "'l', ''", "'a', 'XX', 1", "'a'", "1, 2", "'a', 1", "'a', 'b', 'c'", "'a', 'b', -1", "'a', 'b', 0", "'abc', 'abc'"])
    yield from calls(TEXTS, ["center", "ljust", "rjust"], ["10", "11, '*'", "0", "-5", "5, '**'", "5, ''", "5, 1", "'x'", "", "20, 'ü'", "I(4)"])
    yield from calls(TEXTS, ["zfill"], ["8", "0", "-1", "'x'", "", "I(6)"])
    yield from calls(TEXTS, ["expandtabs"], ["4", "0", "-1", "tabsize=2", "'x'", "1", "1, 2"])
    yield from calls(TEXTS, ["removeprefix", "removesuffix"], ["'a'", "'xx'", "''", "1", "", "'c'"])
    yield from calls(TEXTS, ["encode"], ["'utf-8'", "'ascii'", "'latin-1'", "'ascii', 'ignore'", "'ascii', 'replace'", "'ascii', 'backslashreplace'", "'ascii', 'xmlcharrefreplace'", "'utf-8', 'surrogatepass'", "'nope'", "1", "encoding='ascii', errors='nope'", "errors='replace'", "'UTF8'", "'latin1', 'replace'"])
    yield from calls(["','", "''", "' - '", "'ü'"], ["join"], ["['a', 'b']", "'abc'", "[]", "['x']", "[1]", "['a', 2]", "1", "('a',)", "{'k': 1}", "gen('x', 'y')", "", "[S('s')]", "map(str, range(3))", "[b'a']", "None"])
    yield from calls(["'abc'", "'xyz'", "''"], ["translate"], ["{97: 'A'}", "{97: None}", "{97: 98}", "{}", "str.maketrans('abc', 'xyz')", "'abcd'", "1", "{97: 1.5}", "{97: 1114112}", "'x' * 200", "D()", "[]"])
    for args in ["'abc', 'xyz'", "'abc', 'xyz', 'd'", "{'a': 1}", "{1: 'x'}", "{'ab': 1}", "'a'", "'ab', 'c'", "1, 2", "'a', 1", "{1.5: 1}", "", "'a', 'b', 1"]:
        yield f"str.maketrans({args})"
    for value, key in itertools.product(["'hello'", "'häß'", "''"], ["0", "-1", "4", "5", "-6", "1:3", "::-1", ":", "::2", "-3:-1", "3:1", "10:", "'x'", "1.5", "None", "::0", "10**30", "I(1)", "I(1):I(3)", "'a':", "True"]):
        yield f"({value})[{key}]"
    for a, b in itertools.product(["'a'", "''", "'ab'", "1", "None", "b'x'", "['a']"], repeat=2):
        for op in ["+", "*", "%", "in", "not in", "==", "<", ">=", "!="]:
            yield f"{a} {op} {b}"
    for args in ["", "1", "1.5", "None", "'x'", "b'abc'", "b'abc', 'utf-8'", "b'\\xff', 'utf-8'", "b'\\xff', 'ascii', 'replace'", "b'\\xff\\xfe', 'latin-1'", "'x', 'utf-8'", "1, 'utf-8'", "object=5", "b'a', encoding='ascii'", "b'a', errors='strict'", "1, 2, 3, 4", "[1, 'a']", "Named('n')", "[Named('n')]", "ValueError('x')", "KeyError('x')", "foo=1", "b'\\xe4\\xb8', 'utf-8'", "b'a\\xe4b', 'utf-8', 'ignore'", "b'\\xc0\\x80', 'utf-8'", "b'\\xed\\xa0\\x80', 'utf-8'"]:
        yield f"str({args})"


SPECS = ["", "5", "<5", ">5", "^5", "*^9", "05", "+", "-", " ", "+5", "x", "#x", "X", "#X", "o", "#o", "b", "#b", "#010b", "c", "d", "n", ",", "_", "_x", ",x", "_b", "08,", "010,", "012_", ",d", "e", ".2e", "E", "f", ".0f", ".1f", ".3f", "10.2f", "+.2f", "F", "g", ".3g", "G", "#g", "#.3g", ".10g", "%", ".1%", "s", ".2", ".0", "10.3", ".3s", "z", "zf", "z.1f", "=5", "=+7", "0=7", "<05", "x<5", "5.5d", "10d", "5c", "+c", "#c", "r", "y", "5,", ",_", "_,", ",,", "5x5", ".", "..", "1000000000000000000000", "#", "#d", "0", "00", "01", "#.0f", "#.0e", "010.3f", "+010.3f", "<+10", "^+10.2e", ",.2f", "_.3f", "020,.2f", "ü^7", "%5", "5%", "!", "a", "10", "-5", " d", " .1f", "<", "=", "z=5"]
NUMBERS = ["0", "1", "-1", "42", "-12345", "1234567", "10**20", "-10**18", "255", "True", "65", "0.0", "-0.0", "1.0", "-1.5", "3.14159", "1e10", "1e16", "1e100", "1.5e-7", "123456789.987", "0.1", "2.5", "float('inf')", "float('-inf')", "float('nan')", "1e-5", "0.0001", "99999.5", "1+2j", "-1.5-0j", "1j", "'hello'", "''", "'é'", "None", "[1]", "Named('x')", "N(7)", "S('sub')", "b'x'", "1114112", "-0.04", "0.5", "1e22", "5e-324"]


def formats():
    for value, spec in itertools.product(NUMBERS, SPECS):
        yield f"format({value}, {spec!r})"
    for value in NUMBERS:
        yield f"f'{{{value}!r:>10}}'" if "'" not in value else f"format({value})"
        yield f"format({value}, 5)"
        yield f"format({value}, None)"
    for template, args in itertools.product(
        ["'{}'", "'{0}'", "'{} {}'", "'{1} {0}'", "'{a}'", "'{a} {}'", "'{:>5}'", "'{!r}'", "'{!s:^9}'", "'{!a}'", "'{!x}'", "'{{}}'", "'{'", "'}'", "'{0.real}'", "'{0[0]}'", "'{0[k]}'", "'{:{}}'", "'{0:{1}}'",
         "'{0:{a}}'", "'{0} {}'", "'{} {0}'", "'{a.b}'", "'{a[0]}'", "'{0!r:}'", "'{0!}'", "'{0!r'", "'{0:'", "'{0[}'", "'{0.}'", "'{0[]}'", "'{:{:{}}}'", "'{a!r:>{w}}'", "'x{}y{}z'", "'{ }'", "'{-1}'", "'{10}'", "'{0[-1]}'", "'{0]}'", "'{a b}'", "'{0.x.y}'", "'{0[0]x}'", "'{!}'", "'{:d}'", "'{:s}'", "'}{'", "'{}}'", "'{{{}}}'", "'{:}}'"],
        ["", "1", "1, 2", "'x', 'y'", "[1, 2]", "{'k': 5}", "a=1", "1, a=2", "3.5, 8", "a='x', w=6", "Named('n')", "Named('n'), a=Named('m')", "5, '>4'"]):
        yield f"{template}.format({args})"
    for template, args in itertools.product(["'{a}'", "'{a!r}'", "'{}'", "'{0}'", "'{b}'"], ["{'a': 1}", "D()", "1", "", "[]", "{}"]):
        yield f"{template}.format_map({args})"


PERCENTS = ["%s", "%r", "%a", "%d", "%i", "%u", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%#o", "%c", "%f", "%.2f", "%10.3f", "%-10.1f|", "%e", "%E", "%g", "%G", "%.3g", "%#g", "%5s", "%-5s|", "%.2s", "%5.1s", "%%", "%5%", "%", "%z", "%(a)s", "%(a)d %(b)s", "%s %s", "%*d", "%.*f", "%-*d|", "%ld", "%hd", "%5.3d", "%.0f", "%.0e", "%+.1e", "%#.0f", "a%sb", "%(a", "%()s", "%((x))s", "%s%%", "%5c", "% 5.2f", "%+x", "%.3x", "%#.5x", "%s %", "%.10d", "%1000000000000d", "%.s", "no", "%b", "%F", "%ü"]
VALUES = ["1", "-7", "3.7", "'x'", "'abc'", "None", "(1, 2)", "(1,)", "()", "[1, 2]", "{'a': 5, 'b': 'x'}", "{}", "10**30", "float('nan')", "float('inf')", "-0.0", "True", "(5, 3.14159)", "(10, 42)", "65", "'é'", "1114112", "-1", "b'x'", "Named('q')", "(Named('q'), 1)", "{'a': Named('q')}", "1j", "('a', 'b', 'c')", "1e300", "{'': 1, '(x)': 2}", "I(3)", "N(4)", "L([1])", "D()"]


def percent():
    for template, value in itertools.product(PERCENTS, VALUES):
        yield f"{template!r} % {value}"


INTS = ["0", "1", "-1", "7", "-7", "2", "255", "2**31", "2**63", "-2**63", "2**64", "10**25", "-10**25", "True", "False", "2**62", "N(5)"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "2.5", "0.5", "1e308", "-1e-300", "float('inf')", "float('-inf')", "float('nan')", "3.0", "-7.25", "1e16", "0.1"]
COMPLEXES = ["1j", "0j", "1+2j", "-1.5-2j", "3+0j"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "@"]


def arithmetic():
    small = ["0", "1", "-1", "7", "-7", "2", "255", "2**63", "-10**25", "True", "N(5)", "2**64"]
    for a, b in itertools.product(small, repeat=2):
        for op in OPERATORS:
            if op in ("**", "<<") and b in ("2**63", "2**64", "-10**25"):
                continue
            yield f"({a}) {op} ({b})"
    for a, b in itertools.product(FLOATS + ["3", "-2", "10**400", "True"], FLOATS + ["3", "-2", "0", "10**400"]):
        for op in ["+", "-", "*", "/", "//", "%", "**", "==", "<", ">=", "&"]:
            if op == "**" and "10**400" in b:
                continue
            yield f"({a}) {op} ({b})"
    for a, b in itertools.product(COMPLEXES, COMPLEXES + ["2", "0", "0.5", "-1", "'a'"]):
        for op in ["+", "-", "*", "/", "**", "==", "<", "//", "%"]:
            yield f"({a}) {op} ({b})"
            yield f"({b}) {op} ({a})"
    for a, b in itertools.product(["1", "1.5", "'a'", "b'a'", "[1]", "(1,)", "{1: 2}", "{1}", "None", "range(3)", "len", "int", "1j", "bytearray(b'z')", "frozenset([2])"], repeat=2):
        for op in OPERATORS:
            yield f"{a} {op} {b}"
    for value in INTS + FLOATS + COMPLEXES + ["'a'", "None", "[1]", "b'a'"]:
        for op in ["-", "+", "~", "not "]:
            yield f"{op}({value})"
    for function in ["abs", "int", "float", "complex", "bool", "str", "repr", "hash", "bin", "oct", "hex", "round", "chr", "ascii", "len", "iter", "sum", "min", "sorted", "callable", "type", "ord", "id is None and", "list", "tuple", "set", "frozenset", "dict", "bytes", "bytearray", "enumerate", "reversed", "any", "all", "next", "divmod", "pow", "range", "slice", "isinstance", "zip", "map", "filter", "getattr", "hash"]:
        for value in INTS + FLOATS + COMPLEXES + ["'a'", "'12'", "None", "[1]", "b'a'", "()", "{}", "'abc'", "[3, 1, 2]", "{'b': 1}", "I(3)", "gen(2, 1)", "range(3)", "len", "int", "[[1, 2]]", "['ab']", ""]:
            if function in ("range", "bytes", "bytearray", "bin", "list") and ("**" in value):
                continue
            yield f"{function}({value})"
    for a, b in itertools.product(["7", "-7", "7.5", "-7.5", "0", "True", "10**20", "'a'", "1j", "float('inf')"], ["2", "-2", "2.5", "0", "0.0", "3", "'a'", "10**19", "None"]):
        yield f"divmod({a}, {b})"
        yield f"round({a}, {b})"
        if b != "10**19":
            yield f"pow({a}, {b})"
        for c in ["5", "-5", "0", "None", "1", "2.5"]:
            yield f"pow({a}, {b}, {c})"
    for value, digits in itertools.product(["2.675", "1234.5678", "-1234.5678", "0.5", "1.5", "2.5", "25", "35", "-25", "15", "1e300", "5e-324", "123456789", "0.05", "1.005", "float('nan')", "float('inf')", "150", "250", "-150.0", "1e22", "True"], ["0", "1", "2", "-1", "-2", "-400", "400", "None", "10**20", "3", "'a'", "1.5", "15", "-3", "I(1)"]):
        yield f"round({value}, {digits})"


def numbers():
    for value in INTS:
        for method in ["bit_length", "bit_count", "as_integer_ratio", "conjugate", "is_integer", "__index__", "__int__", "__float__", "__bool__", "__neg__", "__abs__", "__trunc__", "__floor__", "__ceil__", "__round__", "__hash__", "__repr__", "__str__"]:
            yield f"({value}).{method}()"
        for attribute in ["real", "imag", "numerator", "denominator"]:
            yield f"({value}).{attribute}"
        for args in ["", "1", "4, 'big'", "4, 'little'", "20, 'big', signed=True", "2, byteorder='big'", "0, 'big'", "-1, 'big'", "2, 'x'", "2, 1", "'a'", "length=9, byteorder='little', signed=True", "8, 'big', True"]:
            yield f"({value}).to_bytes({args})"
    for data in ["b''", "b'\\x01'", "b'\\xff\\x00'", "b'\\x80\\x00\\x00'", "[1, 2]", "'a'", "1", "[256]"]:
        for args in ["", "'big'", "'little'", "'big', signed=True", "byteorder='little', signed=True", "'x'"]:
            yield f"int.from_bytes({data}, {args})"
    for value in FLOATS + ["123.456", "1e22", "5e-324", "2**-1074.0", "1.7976931348623157e308"]:
        for method in ["is_integer", "as_integer_ratio", "hex", "conjugate", "__int__", "__trunc__", "__floor__", "__ceil__", "__round__", "__float__", "__bool__", "__repr__", "__hash__"]:
            yield f"({value}).{method}()"
    for text in ["'0x1p3'", "'0x1.8p1'", "'-0x.8p0'", "'inf'", "'nan'", "'1.5'", "'0x1.fffffffffffff8p1023'", "'0x1p-1074'", "'x'", "''", "'0x'", "1", "'0x1p2000'", "' 0x10 '", "'0x1.00000000000008p0'", "'0x1.000000000000080000000001p0'"]:
        yield f"float.fromhex({text})"
    for text in ["'12'", "' 12 '", "'-12'", "'+12'", "'1_000'", "'1__0'", "'_1'", "'1_'", "''", "' '", "'0x10'", "'12a'", "'1.5'", "'٣'", "'\\u2003 5'", "b'12'", "b' 7 '", "bytearray(b'8')", "'0'", "'00'", "'-0'", "'1e5'", "'9' * 30", "'9' * 4301", "'- 1'", "'0b11'", "'0o17'", "'²'", "1.9", "-1.9", "float('nan')", "float('inf')", "1j", "None", "[]", "N(3)", "I(4)", "'a\\nb'", "'12\\x00'", "True", "'\\ud800'"]:
        yield f"int({text})"
        for base in ["0", "2", "8", "10", "16", "36", "1", "37", "-1", "'a'", "None", "I(16)", "10**20"]:
            yield f"int({text}, {base})"
        yield f"float({text})"
        yield f"complex({text})"
    for text in ["'1e5'", "'1E-5'", "'.5'", "'5.'", "'.'", "'e5'", "'1e'", "'inf'", "'-Infinity'", "'NaN'", "'+nan'", "'infin'", "'1_0.5'", "'1_.5'", "'1._5'", "'1e1_0'", "'0x1'", "' 1.5\\n'", "'1 5'", "'1e400'", "'-1e400'", "'1e-400'", "'٣.٥'", "'--1'", "'1.5.5'", "'1d5'", "'infinity'", "b'1.5'", "'\\t2'"]:
        yield f"float({text})"
        yield f"complex({text})"
        yield f"int({text})"
    for text in ["'1+2j'", "'1-2j'", "'j'", "'-j'", "'+j'", "'1j'", "'(1+2j)'", "' (1+2j) '", "'( 1+2j )'", "'1 + 2j'", "'1e5+1e-5j'", "'inf+nanj'", "'1+'", "'1+2'", "''", "'x'", "'1+2J'", "'1_0+2j'", "'--2j'", "'(1'", "'1+-2j'", "'nan'"]:
        yield f"complex({text})"
    for args in ["1, 2", "1j, 2j", "'1', 2", "1, '2'", "1, None", "None", "real=1", "imag=2", "real=1, imag=2", "1, imag=3", "1, 2, 3", "[]", "1.5, -0.0", "x=1"]:
        yield f"complex({args})"
    for args in ["", "x=1", "1, 2, 3", "base=10", "'10', base=2", "10, 2", "'10', x=1", "b'10', 2", "bytearray(b'11'), 2"]:
        yield f"int({args})"
    for args in ["", "1, 2", "x=1"]:
        yield f"float({args})"
        yield f"bool({args})"
    for value in COMPLEXES:
        for attribute in ["real", "imag", "conjugate()", "__bool__()", "__abs__()", "__hash__()", "__complex__()"]:
            yield f"({value}).{attribute}"


LISTS = ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2, 1]", "['b', 'a']", "[1.5, 1, True]", "[[1], [2]]", "L([1, 2])", "[None, 1]", "[1, 'a']"]


def lists():
    for method, args in [("append", ["1", "", "1, 2", "[1]", "x=1"]), ("extend", ["[1, 2]", "'ab'", "1", "", "range(3)", "gen(1, 2)", "{1: 2}", "None"]), ("insert", ["0, 'x'", "-1, 'x'", "100, 'x'", "-100, 'x'", "'a', 1", "0", "", "I(1), 'x'", "10**30, 1"]),
                         ("remove", ["1", "99", "'a'", "", "1.0", "Same()"]), ("sort", ["", "reverse=True", "key=str", "key=None", "key=lambda x: -x", "1", "reverse='x'", "key=len", "foo=1", "key=str, reverse=True", "key=1"]), ("reverse", ["", "1"]), ("clear", ["", "1"]),
                         ("__setitem__", ["0, 'x'", "-1, 'y'", "10, 1", "'a', 1", "slice(0, 1), [7, 8]", "slice(None, None, 2), [7, 8]", "slice(0, 0), 'ab'", "slice(1, None), 5", "slice(None, None, -1), [1]", "I(0), 5"]),
                         ("__delitem__", ["0", "-1", "10", "'a'", "slice(0, 2)", "slice(None, None, 2)", "slice(None, None, -1)", "I(0)"]), ("__iadd__", ["[1]", "'ab'", "1", "(1,)"]), ("__imul__", ["2", "0", "-1", "'a'"])]:
        for receiver, arg in itertools.product(LISTS, args):
            yield f"after({receiver}, lambda x: x.{method}({arg}))"
            yield f"({receiver}).{method}({arg})"
    for receiver in LISTS:
        for args in ["", "0", "-1", "5", "-5", "'a'", "1, 2", "I(0)", "10**30"]:
            yield f"({receiver}).pop({args})"
            yield f"after({receiver}, lambda x: x.pop({args}))"
        for args in ["1", "99", "'a'", "", "1, 1", "1, -2", "1, 0, 1", "1, 'a'", "1.0", "1, 0, 100", "Same()", "2, I(1)", "None"]:
            yield f"({receiver}).index({args})"
            yield f"({receiver}).count({args})"
            yield f"tuple({receiver}).index({args})"
            yield f"tuple({receiver}).count({args})"
        for args in ["", "1"]:
            yield f"({receiver}).copy({args})"
        for key in ["0", "-1", "5", "1:", ":1", "::-1", "::2", "'a'", "1.5", "None", "I(0)", "slice(0, 1)", "::0", "-100:100", "10**30", "True", "1:2:3"]:
            yield f"({receiver})[{key}]"
            yield f"tuple({receiver})[{key}]"
        for other in LISTS + ["(1, 2, 3)", "1", "'a'", "None"]:
            for op in ["==", "!=", "<", "<=", ">", ">=", "+", "*", "in"]:
                yield f"({receiver}) {op} ({other})"
                yield f"tuple({receiver}) {op} ({other})"
                yield f"({other}) {op} ({receiver})"
        for times in ["0", "1", "3", "-1", "True", "10**30", "1.5", "I(2)"]:
            yield f"({receiver}) * {times}"
            yield f"{times} * tuple({receiver})"
        for function in ["sorted", "list", "tuple", "set", "reversed", "enumerate", "sum", "min", "max", "any", "all", "len", "repr", "str", "hash", "iter", "bool", "frozenset", "dict", "zip"]:
            wrapper = "list" if function in ("reversed", "enumerate", "iter", "zip") else ""
            yield f"{wrapper}({function}({receiver}))"
            yield f"{wrapper}({function}(tuple({receiver})))"
    for args in ["[3, 1, 2]", "[3, 1, 2], reverse=True", "['b', 'A', 'c'], key=str.lower", "[1, 'a']", "'hello'", "{3: 1, 1: 2}", "1", "", "[1], 2", "[], key=1", "[2, 1], key=lambda x: 1/0", "[Named('b'), Named('a')]", "[(2, 'b'), (1, 'z'), (2, 'a')]", "[1.5, 1, float('nan'), 0]", "range(70, 0, -1)", "[[2], [1, 5], [1]]", "list(range(100)) + list(range(50))", "['x'] * 40 + [1]", "gen(3, 1)", "[1, None]", "[None, None]", "[1j, 2j]", "[{}, {}]", "[True, False, 1, 0]", "key=str", "[3, 1], reverse=I(1)"]:
        yield f"sorted({args})"
    for function, args in itertools.product(["min", "max"], ["[3, 1, 2]", "3, 1, 2", "[]", "[], default=5", "", "1", "'hello'", "[1, 'a']", "1, 'a'", "[-3, 2], key=abs", "-3, 2, key=abs", "[], key=abs", "1, 2, default=3", "[1], foo=1", "['a', 'B'], key=str.lower", "{1: 2, 3: 4}", "[Named('b'), Named('a')]", "default=1", "gen(2, 5, 3)", "[1, 1.0, True]", "float('nan'), 1", "1, float('nan')", "[(1, 2), (1, 1)]", "None, 1", "key=None"]):
        yield f"{function}({args})"
    for args in ["[1, 2, 3]", "[]", "[1.5, 2]", "[1], 10", "[1], start=5", "[[1], [2]], []", "['a'], ''", "['a', 'b']", "1", "", "[0.1] * 10", "[1e100, 1.0, -1e100]", "[1, 2.5, 3]", "range(101)", "[True, True]", "[1j, 2]", "[b'a'], b''", "[10**20, 1]", "gen(1, 2)", "[1], 'a'", "[(1,), (2,)], ()", "[None]", "[2**63 - 1, 1]", "[float('inf'), float('-inf')]", "[0.1, 0.2, 0.3, 1]", "[N(1), N(2)]", "[1], bytearray()"]:
        yield f"sum({args})"
    for args in ["", "[1, 2]", "'ab', 'cd'", "[1], [2, 3]", "1", "[1], 2", "[1, 2], [3], strict=True", "[1], [2, 3], strict=True", "[], [], strict=True", "[1], [2], [3, 4], strict=True", "range(3), 'abc', [0]", "strict=1", "gen(1), gen(2)", "foo=1", "[1, 2], gen(1), strict=True"]:
        yield f"list(zip({args}))"
    for args in ["[1, 2]", "'ab', 5", "'ab', start=-1", "iterable='x'", "", "1", "'a', 'b'", "'a', 1, 2", "[], 10**30", "'abc', 10**30", "gen(1, 2)", "'a', I(3)", "{1: 2}.items()"]:
        yield f"list(enumerate({args}))"
    for args in ["str, [1, 2]", "lambda a, b: a + b, [1, 2], [3, 4, 5]", "str", "", "None, [1]", "int, 'ab'", "len, ['a', 'bc']", "int, ['1', '2']", "str, 1", "abs, gen(-1, 2)", "str.upper, ['a']", "lambda x: 1/x, [1, 0]"]:
        yield f"list(map({args}))"
    for args in ["None, [0, 1, '', 'a']", "lambda x: x > 1, [1, 2, 3]", "str", "", "bool, [0, 1]", "None, 1", "None, gen(0, 3)", "str.isalpha, 'a1b'", "1, [1]", "len, ['', 'a']"]:
        yield f"list(filter({args}))"
    for args in ["[1, 2]", "'ab'", "(1,)", "range(5)", "{1: 2}", "{1: 2}.keys()", "{1: 2}.items()", "{1}", "1", "", "gen(1)", "b'ab'", "[1], 2", "bytearray(b'xy')", "range(0, 10, 3)", "{}"]:
        yield f"list(reversed({args}))"
    for args in ["[]", "[1]", "[0, 1]", "[0, 0]", "1", "", "'a'", "gen(0, 1)", "[1], 2", "{}", "[[]]", "['']", "[None]"]:
        yield f"any({args})"
        yield f"all({args})"
    for args in ["iter([1])", "iter([])", "iter([]), 5", "[1]", "1", "", "iter('a'), 1, 2", "gen(4)", "gen(), 'd'", "iter(range(2))", "iter({}), None", "zip([1], [2])", "map(str, [1])", "enumerate('a')"]:
        yield f"next({args})"
    for args in ["[1]", "1", "", "len, 1", "lambda: 1, 1", "1, 2", "None", "{}", "range(3)", "{1}"]:
        yield f"list(iter({args}))"
    for args in ["5", "1, 5", "5, 1", "1, 10, 3", "10, 1, -3", "0", "1, 5, 0", "'a'", "1.5", "", "1, 2, 3, 4", "I(3)", "10**20, 10**20 + 3", "True", "None", "1, 'a'", "stop=3", "-5", "0, -10, -2"]:
        yield f"range({args})"
        yield f"list(range({args}))"
        yield f"len(range({args}))"
        yield f"range({args})[-1]"
        yield f"range({args})[1:]"
        yield f"range({args})[::-1]"
        yield f"range({args}) == range(0, 5)"
        yield f"hash(range({args}))"
        yield f"3 in range({args})"
        yield f"range({args}).index(3)"
        yield f"range({args}).count(3)"
        yield f"(range({args}).start, range({args}).stop, range({args}).step)"
        yield f"bool(range({args}))"
        yield f"list(reversed(range({args})))"
    for args in ["5", "1, 5", "1, 5, 2", "", "1, 2, 3, 4", "None", "'a', 'b'", "None, None, -1"]:
        yield f"slice({args})"
        yield f"(slice({args}).start, slice({args}).stop, slice({args}).step)"
        for length in ["10", "0", "3", "-1", "'a'", "10**30", "I(4)"]:
            yield f"slice({args}).indices({length})"
        yield f"slice({args}) == slice(1, 5)"
        yield f"hash(slice({args}))"
    yield "range(10**30)[10**29]"
    yield "len(range(10**30))"
    yield "10**29 in range(10**30)"


DICTS = ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 2.5: 'y', None: 'z'}", "{(1, 2): [3]}", "D(a=1)", "{Same(): 'same'}", "{'k': {'n': 1}}"]


def dicts():
    for receiver in DICTS:
        for method, args in [("get", ["'a'", "'z'", "'z', 0", "", "[]", "1", "1, 2, 3", "1.0", "Same()"]), ("pop", ["'a'", "'z'", "'z', 0", "", "[]", "1"]), ("setdefault", ["'a', 9", "'z', 9", "'z'", "", "[]"]),
                             ("popitem", ["", "1"]), ("update", ["{'a': 9}", "[('q', 1)]", "", "x=1", "{'a': 0}, b=5", "1", "[1]", "[(1, 2, 3)]", "['ab']", "{}, {}", "gen(('g', 1))", "D(y=2)", "None", "[[1, 2]]", "'ab'"]), ("clear", [""]),
                             ("__setitem__", ["'a', 5", "[], 1", "1, 2", "'new', 0"]), ("__delitem__", ["'a'", "'z'", "[]"]), ("__ior__", ["{'q': 1}", "[(1, 2)]", "1"])]:
            for arg in args:
                yield f"({receiver}).{method}({arg})"
                yield f"after({receiver}, lambda x: x.{method}({arg}))"
        for expression in ["list({0})", "list({0}.keys())", "list({0}.values())", "list({0}.items())", "{0}.keys()", "{0}.values()", "{0}.items()", "{0}.copy()", "len({0})", "list(reversed({0}))", "list(reversed({0}.items()))", "list(reversed({0}.values()))", "bool({0})", "str({0})", "sorted({0}.items())", "{0}['a']", "{0}['z']", "{0}[1]", "{0}[[]]", "'a' in {0}", "[] in {0}", "'a' in {0}.keys()", "1 in {0}.values()", "('a', 1) in {0}.items()", "hash({0})",
                           "{0}.keys() & ['a']", "{0}.keys() | ['q']", "{0}.keys() - ['a']", "{0}.keys() ^ ['q']", "{0}.items() & [('a', 1)]", "{0}.keys() == {{'a'}}", "{0}.keys() <= {{'a', 'b'}}", "{0}.keys().isdisjoint(['z'])", "{0}.items() == {{('a', 1)}}", "{0} | {{'n': 1}}", "{0} | 1", "{0} | [('a', 1)]", "{0} == {{'a': 1}}", "{0} != {{'a': 1}}", "{0} < {{}}", "len({0}.keys())", "len({0}.values())", "{0}.keys() + 1", "{0}.values() == {0}.values()", "{0}.keys() > set()", "['a'] & {0}.keys()", "{{'a'}} - {0}.keys()", "{{'a'}} | {0}.keys()", "max({0})", "dict({0})", "dict({0}, z=1)", "{0}.keys().mapping", "tuple({0})", "set({0})", "{{**{0}}}", "[*{0}]"]:
            yield expression.format(f"({receiver})")
    for args in ["", "a=1", "{'a': 1}", "[('a', 1)]", "[('a', 1)], b=2", "1", "[1]", "['ab', 'cd']", "[()]", "{'a': 1}, {'b': 2}", "[(1, 2, 3)]", "zip('ab', [1, 2])", "[([], 1)]", "None", "gen(('x', 1))", "D(q=3)", "'ab'", "[None]"]:
        yield f"dict({args})"
    for args in ["'ab'", "'ab', 1", "[1, 2], []", "1", "", "[[]]", "{1: 2}", "'a', 1, 2", "gen('x')", "()"]:
        yield f"dict.fromkeys({args})"
        yield f"D.fromkeys({args})"
        yield f"{{}}.fromkeys({args})"


SETS = ["set()", "{1}", "{1, 2, 3}", "{'a', 'b'}", "frozenset()", "frozenset([1, 2])", "{3, 'x', None}", "{(1, 2), 5}", "set(range(20))", "{Same()}", "{1.5, -1, 100, 33}", "set('hello world')"]
OTHERS = ["{1, 2}", "[2, 3]", "()", "'ab'", "frozenset([3])", "range(10)", "1", "[[]]", "{1: 2}", "gen(1, 9)", "{Same()}", "set(range(5, 40))", "None"]


def sets():
    for receiver in SETS:
        for other in OTHERS:
            for method in ["union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"]:
                yield f"({receiver}).{method}({other})"
            for method in ["update", "intersection_update", "difference_update", "symmetric_difference_update"]:
                yield f"after({receiver}, lambda x: x.{method}({other}))"
            for op in ["&", "|", "-", "^", "<", "<=", "==", ">", ">=", "!="]:
                yield f"({receiver}) {op} ({other})"
            for op in ["__iand__", "__ior__", "__isub__", "__ixor__"]:
                yield f"after({receiver}, lambda x: x.{op}({other}))"
        for other in SETS:
            for op in ["&", "|", "-", "^", "<=", "=="]:
                yield f"({receiver}) {op} ({other})"
        for method, args in [("add", ["1", "'new'", "[]", "", "1, 2", "Same()", "2.0", "{1}"]), ("discard", ["1", "99", "[]", "", "{1}"]), ("remove", ["1", "99", "[]", "", "{99}"]), ("pop", ["", "1"]), ("clear", [""]), ("copy", [""])]:
            for arg in args:
                yield f"({receiver}).{method}({arg})"
                yield f"after({receiver}, lambda x: x.{method}({arg}))"
        for expression in ["len({0})", "bool({0})", "1 in {0}", "[] in {0}", "{{1}} in {0}", "list({0})", "sorted({0}, key=str)", "hash({0})", "repr({0})", "{0}.union()", "{0}.union([1], [2], 'z')", "{0}.intersection()", "{0}.intersection([1], [2])", "{0}.difference([1], [2])", "min({0})", "sum({0})", "{0}.issubset()", "tuple({0})", "frozenset({0})", "set({0})", "{0} == frozenset({0})", "dict.fromkeys({0})", "{0} + {0}"]:
            yield expression.format(f"({receiver})")
    for args in ["", "[1, 2]", "'abc'", "1", "[[]]", "None", "[1], [2]", "x=1", "gen(1, 2)", "{1: 2}", "range(30)", "[1, 1.0, True]", "map(str, range(12))", "'the quick brown fox'"]:
        yield f"set({args})"
        yield f"frozenset({args})"
    yield "{frozenset([1]): 2}[frozenset([1])]"
    yield "hash(frozenset(['a', 'b', 1]))"
    yield "frozenset([1]) in {frozenset([1])}"
    yield "{1} in {frozenset([1])}"


BYTES = ["b''", "b'abc'", "b'hello world'", "b' a b '", "b'a,b,c'", "b'\\x00\\xff\\n'", "bytearray(b'abcabc')", "b'AbC12'", "b'line\\r\\ntwo\\n'"]


def bytes_rows():
    for receiver in BYTES:
        for args in ["b'a'", "97", "b''", "256", "'a'", "b'b', 1", "b'c', -2", "", "None", "b'bc', 0, 3", "-1", "bytearray(b'b')"]:
            for method in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]:
                yield f"({receiver}).{method}({args})"
        for method, args in [("split", ["", "b','", "None", "b''", "'a'", "b',', 1", "sep=b' '", "maxsplit=1", "None, 1"]), ("strip", ["", "b' a'", "None", "'a'"]), ("lstrip", ["", "b'a'"]), ("rstrip", ["", "b'c '"]), ("replace", ["b'a', b'X'", "b'', b'-'", "b'a', b'', 1", "'a', b''", "b'a'", "b'l', b'LL', -1"]),
                             ("decode", ["", "'ascii'", "'latin-1'", "'utf-8', 'replace'", "'nope'", "errors='ignore'", "'ascii', 'backslashreplace'", "1"]), ("hex", ["", "':'", "'-', 2", "'-', -2", "'ab'", "1", "b'_', 3"]), ("join", ["[b'x', b'y']", "[]", "['a']", "1", "[b'q']", "''"]),
                             ("upper", [""]), ("lower", [""]), ("isalpha", [""]), ("isdigit", [""]), ("isalnum", [""]), ("isspace", [""]), ("isascii", [""]), ("splitlines", ["", "True"]), ("startswith", ["(b'a', b'h')", "('a',)", "()", "[b'a']"]), ("__len__", [""]), ("__hash__", [""])]:
            for arg in args:
                yield f"({receiver}).{method}({arg})"
        for key in ["0", "-1", "99", "1:2", "::-1", "'a'", "None", "::2", "1.0", "I(0)"]:
            yield f"({receiver})[{key}]"
        for other in ["b'x'", "'x'", "bytearray(b'y')", "1", "None", "b'abc'", "97", "256", "-1"]:
            for op in ["+", "==", "<", "!=", "*"]:
                yield f"({receiver}) {op} {other}"
            yield f"{other} in ({receiver})"
        for expression in ["list({0})", "len({0})", "bool({0})", "{0} * 2", "2 * {0}", "bytes({0})", "bytearray({0})", "hash({0})", "sum({0})", "max({0})", "repr({0})", "str({0})"]:
            yield expression.format(f"({receiver})")
    for args in ["", "3", "[1, 2]", "'a'", "'é', 'utf-8'", "'é', 'ascii'", "'é', 'ascii', 'ignore'", "[256]", "[-1]", "-1", "['a']", "b'x'", "bytearray(b'y')", "1.5", "None", "range(3)", "gen(1, 2)", "I(2)", "[I(5)]", "b'a', 'utf-8'", "1, 2, 3, 4", "encoding='utf-8'", "source='a', encoding='ascii'", "True", "0"]:
        yield f"bytes({args})"
        yield f"bytearray({args})"
    for args in ["'00ff'", "'0 0'", "' 0A b1 '", "'0'", "'zz'", "1", "''", "b'00'", "'00 f'"]:
        yield f"bytes.fromhex({args})"
        yield f"bytearray.fromhex({args})"
    for method, args in [("append", ["1", "256", "'a'", ""]), ("extend", ["b'xy'", "[1, 2]", "[256]", "1", "'a'"]), ("pop", ["", "0", "9"]), ("clear", [""]), ("reverse", [""]), ("copy", [""]), ("__setitem__", ["0, 65", "0, 256", "9, 1", "slice(0, 2), b'Q'", "0, 'a'"]), ("__delitem__", ["0", "slice(0, 2)", "9"])]:
        for receiver, arg in itertools.product(["bytearray()", "bytearray(b'abc')"], args):
            yield f"({receiver}).{method}({arg})"
            yield f"after({receiver}, lambda x: x.{method}({arg}))"


def functions():
    values = ["1", "'a'", "[1]", "None", "1.5", "int", "len", "Named('n')", "I(2)", "(1, 2)", "{}", "True", "ValueError('x')", "gen", "range(2)", "b'x'", "1j", "..."]
    for value in values:
        for kind in ["int", "str", "(int, str)", "object", "type", "bool", "float", "list", "1", "'int'", "(int, (str, list))", "()", "Exception", "int | str", "[int]"]:
            yield f"isinstance({value}, {kind})"
            yield f"issubclass(type({value}), {kind})"
        yield f"issubclass({value}, int)"
        for function in ["type", "callable", "repr", "str", "ascii", "len", "bool", "hash", "iter", "abs", "dir", "vars", "ord", "chr", "hex", "next"]:
            yield f"{function}({value}) is None" if function in ("dir", "iter") else f"{function}({value})"
            yield f"{function}({value}, 1)" if function not in ("dir", "iter", "vars") else "1"
        for name in ["'real'", "'nope'", "'name'", "1", "'upper'", "'__class__'", "'args'", "'__doc__x'"]:
            yield f"hasattr({value}, {name})"
            yield f"getattr({value}, {name}, 'default') is None"
            yield f"getattr({value}, {name}) is None"
        yield f"setattr({value}, 'nope', 1)"
        yield f"delattr({value}, 'nope')"
    for function in ["len", "repr", "chr", "ord", "abs", "hash", "callable", "isinstance", "getattr", "setattr", "hasattr", "delattr", "sorted", "sum", "min", "divmod", "pow", "round", "iter", "next", "any", "bin", "format", "print", "id", "ascii", "issubclass", "enumerate", "zip", "map", "filter", "reversed", "range", "slice", "type", "object", "str", "int", "list", "tuple", "dict", "set", "bytes", "bool", "float", "frozenset"]:
        for args in ["", "1, 2, 3, 4", "x=1", "1, x=1", "*[1, 2]", "**{'a': 1}", "1, 2"]:
            yield f"{function}({args})"
    for value in ["97", "0", "1114111", "1114112", "-1", "'a'", "10**30", "2**31", "128512", "55296", "I(98)", "1.5", "None", "2**32"]:
        yield f"chr({value})"
    for value in ["'a'", "''", "'ab'", "b'a'", "b'ab'", "1", "'\U0001F600'", "bytearray(b'z')", "None"]:
        yield f"ord({value})"
    for value in ["'é\\n\U0001F600\\x7f'", "['é']", "'\\ud800'", "{'ä': 'ö'}", "'\\'\"'", "'\\''", "'\"'", "'\\t\\\\'", "b'\\'\"\\xff'", "'\\xa0\\xad\u2028'", "[1, [2, [3]]]", "(1,)", "()", "{1: {2: {3}}}", "set()", "frozenset()", "[[], {}, ()]", "1e16", "1e-5", "123456789012345680.0", "0.1 + 0.2", "-0.0", "1e22", "2.0**70", "None", "...", "NotImplemented", "int", "ValueError", "ValueError('a', 1)", "KeyError('k')", "OSError(2, 'x')", "ValueError()", "{'a'}", "slice(1)", "range(1, 2, 3)", "complex(1, -0.0)", "complex(float('nan'), float('inf'))", "-1j", "len", "'abc'.upper", "[].append", "str.upper", "int.__add__", "int.real", "dict.fromkeys", "(1).__add__", "object()", "type", "Named", "gen", "print"]:
        for function in ["repr", "str", "ascii"]:
            yield f"{function}({value})"
    for error in ["ValueError()", "ValueError('x')", "ValueError('x', 2)", "KeyError('k')", "KeyError()", "KeyError('a', 'b')", "OSError(2, 'No')", "OSError(2, 'No', 'f')", "FileNotFoundError(2, 'No', 'f')", "OSError('only')", "OSError(2, 'No', 'f', None, 'g')", "StopIteration(5)", "StopIteration()", "SystemExit(3)", "SystemExit()", "SystemExit(1, 2)", "NameError('n', name='q')", "AttributeError('a', name='n', obj=1)", "ImportError('m', name='n', path='p')", "SyntaxError('bad')", "SyntaxError('bad', ('f.py', 1, 2, 'text'))", "UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')", "UnicodeEncodeError('ascii', 'é', 0, 1, 'why')", "Exception(Named('n'))", "Exception([Named('n')])", "BaseException(1)", "KeyboardInterrupt()", "AssertionError('x')", "ExceptionGroup('g', [ValueError(1)])"]:
        for expression in ["str({0})", "repr({0})", "{0}.args", "{0}.__cause__", "{0}.__context__", "{0}.__suppress_context__", "{0}.__traceback__", "{0}.with_traceback(None).args", "{0}.add_note('n')", "{0}.add_note(1)", "getattr({0}, 'value', '-')", "getattr({0}, 'code', '-')", "getattr({0}, 'name', '-')", "getattr({0}, 'errno', '-')", "getattr({0}, 'filename', '-')", "getattr({0}, 'msg', '-')", "getattr({0}, 'lineno', '-')", "isinstance({0}, Exception)", "after({0}, lambda e: e.add_note('n')).__notes__"]:
            yield expression.format(error)
    for args in ["x=1", "1, x=2"]:
        for name in ["ValueError", "NameError", "ImportError", "AttributeError", "KeyError", "OSError", "StopIteration"]:
            yield f"{name}({args})"
    for value in ["list[int]", "dict[str, int]", "tuple[int, ...]", "int | None", "int | str", "list[int] | None", "type[int]", "int[str]", "1 | int", "None | int"]:
        yield f"repr({value})"
    for value in ["1", "2**61 - 1", "-1", "-2", "2**61", "0.5", "1e300", "float('inf')", "float('nan') != 0", "'a'", "''", "'hello'", "'é'", "'\U0001F600'", "b'abc'", "(1, 2)", "()", "('a', 1.5)", "None", "True", "frozenset([1, 2, 3])", "1j", "1.5+2j", "10**40", "range(5)", "[]", "{}", "(1, [])", "Same()", "int"]:
        if value not in ("int",):
            yield f"hash({value})"
    yield "int.__name__, int.__qualname__, int.__module__, int.__mro__, int.__bases__, int.__base__"
    yield "bool.__mro__, bool.__base__"
    yield "len.__name__, len.__qualname__, len.__module__, len.__self__ is None"
    yield "[].append.__name__, [].append.__qualname__, [].append.__self__"
    yield "str.upper.__name__, str.upper.__qualname__, str.upper.__objclass__"
    yield "gen.__name__, gen.__qualname__, gen.__module__, gen.__doc__, gen.__defaults__, gen.__kwdefaults__, gen.__annotations__"
    yield "Named('x').__class__.__name__, Named('x').__dict__, Named.__module__"
    yield "type(1)(5), type('a')(7), type([])('ab'), type(None)()"
    yield "object() == object(), object().__class__, object.__doc__ is None"
    yield "(5).__add__(3), (5).__add__('a'), (5).__radd__(3), 'a'.__add__('b'), [1].__add__([2]), (5).__eq__(5), (5).__lt__('a'), (5).__ne__(4)"
    yield "[1, 2].__len__(), [1, 2].__contains__(1), [1, 2].__getitem__(0), {1: 2}.__getitem__(1), 'abc'.__getitem__(1)"
    yield "list(map(type, [1, 'a', 1.5, None, True, [], (), {}, set(), b'', 1j, range(1), slice(1), len, int, ..., NotImplemented, iter([]), iter(()), iter(''), iter('é'), iter({}), iter({}.items()), iter(set()), iter(range(1)), iter(b''), reversed([]), reversed(()), zip(), map(str, []), filter(None, []), enumerate([]), gen(), {}.keys(), {}.values(), [].append, str.upper, int.__add__]))"


TABLES = {"text": text, "formats": formats, "percent": percent, "arithmetic": arithmetic, "numbers": numbers,
          "lists": lists, "dicts": dicts, "sets": sets, "bytes": bytes_rows, "functions": functions}

for table in sys.argv[1:] or TABLES:
    write(table, TABLES[table]())
