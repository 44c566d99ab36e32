"""Examples in docstrings, run one docstring a test."""

import sys
import unittest

ELLIPSIS = 8
NORMALIZE_WHITESPACE = 4
IGNORE_EXCEPTION_DETAIL = 32
_FLAGS = {"ELLIPSIS": 8, "NORMALIZE_WHITESPACE": 4, "IGNORE_EXCEPTION_DETAIL": 32, "SKIP": 16}

# The module whose tests are collected: the driver says it.
module = None


class _Example:
    def __init__(self, source, want, line, flags):
        self.source = source
        self.want = want
        self.line = line
        self.flags = flags


def _examples(text):
    lines = text.expandtabs().split("\n")
    found = []
    at = 0
    while at < len(lines):
        line = lines[at]
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if not (bare == ">>>" or bare.startswith(">>> ")):
            at += 1
            continue
        first = at
        source = [bare[4:]]
        at += 1
        while at < len(lines) and (lines[at][indent:] == "..." or lines[at][indent:].startswith("... ")):
            source.append(lines[at][indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
            want.append(lines[at][indent:])
            at += 1
        if all([not line.strip() or line.strip()[0] == "#" for line in source]):
            continue
        source = "\n".join(source) + "\n"
        found.append(_Example(source, "".join([line + "\n" for line in want]), first, _flags(source)))
    return found


def _flags(source):
    flags = 0
    _, mark, options = source.partition("doctest:")
    if mark:
        for option in options.replace(",", " ").split():
            if option[0] == "+":
                flags |= _FLAGS[option[1:]]
    return flags


class _DocTest(unittest.TestCase):
    def __init__(self, name, text, names, flags):
        super().__init__("runTest")
        self.name = name
        self.text = text
        self.names = names
        self.flags = flags

    def runTest(self):
        import io

        old = sys.stdout
        failures = []
        try:
            for example in _examples(self.text):
                sys.stdout = io.StringIO()
                got = self.run_example(example)
                if got is not None:
                    failures.append((example, got))
        finally:
            sys.stdout = old
        if failures:
            example, got = failures[0]
            source = example.source.strip()
            self.fail(f"{len(failures)} examples: line {example.line} {source!r} gave {got!r}, not {example.want!r}")

    def run_example(self, example):
        """What was wrong about it, or None."""
        flags = self.flags | example.flags
        if flags & _FLAGS["SKIP"]:
            return None
        try:
            exec(compile(example.source, f"<doctest {self.name}>", "single"), self.names)
        except Exception as error:
            got = sys.stdout.getvalue()
            return None if _same_error(error, example.want, flags) else got + _described(error)
        got = sys.stdout.getvalue()
        return None if _same(got, example.want, flags) else got


def _described(error):
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{name}: {text}\n" if text else f"{name}\n"


def _same_error(error, want, flags):
    lines = want.split("\n")
    if not lines[0].startswith("Traceback"):
        return False
    at = 1
    while at < len(lines) and not lines[at][:1].isidentifier():
        at += 1
    wanted = "\n".join(lines[at:])
    if flags & IGNORE_EXCEPTION_DETAIL:
        return type(error).__name__ == wanted.partition(":")[0].strip().rpartition(".")[2]
    return _same(_described(error), wanted, flags)


def _same(got, want, flags):
    if got == want:
        return True
    want = "\n".join(["" if line.strip() == "<BLANKLINE>" else line for line in want.split("\n")])
    if flags & NORMALIZE_WHITESPACE:
        got, want = " ".join(got.split()), " ".join(want.split())
    if got == want:
        return True
    return bool(flags & ELLIPSIS) and _fits(got, want.split("..."))


def _fits(got, parts):
    if len(parts) == 1 or not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(got) - len(parts[-1])
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return at <= end


def _texts(module):
    """(name, docstring) of the module, its functions and classes, and what it names in `__test__`."""
    if module.__doc__:
        yield "module", module.__doc__
    for name, value in list(module.__dict__.items()):
        if getattr(value, "__module__", None) == module.__name__ and hasattr(value, "__qualname__"):
            yield from _texts_of(name, value)
    for name, value in getattr(module, "__test__", {}).items():
        yield f"__test__.{name}", value if isinstance(value, str) else value.__doc__ or ""


def _texts_of(name, value):
    if isinstance(getattr(value, "__doc__", None), str):
        yield name, value.__doc__
    if isinstance(value, type):
        for inner, each in list(value.__dict__.items()):
            each = getattr(each, "__func__", each)
            if type(each).__name__ == "function" or isinstance(each, type):
                yield from _texts_of(f"{name}.{inner}", each)


def DocTestSuite(of=None, *, optionflags=0, **names):
    of = module if of is None else of
    tests = [
        _DocTest(name, text, dict(of.__dict__), optionflags) for name, text in _texts(of) if ">>>" in text
    ]
    return unittest.TestSuite(tests)
