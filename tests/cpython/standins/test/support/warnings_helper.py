"""Tests that warnings are given."""

import re
import warnings


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        compile(statement, "<testcase>", "exec")
    testcase.assertEqual(len(caught), 1, caught)
    warning = caught[0]
    testcase.assertTrue(issubclass(warning.category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(warning.message), errtext)
    testcase.assertEqual(warning.filename, "<testcase>")
    if lineno is not None:
        testcase.assertEqual(warning.lineno, lineno)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error", SyntaxWarning)
        testcase.assertRaises(SyntaxError, compile, statement, "<testcase>", "exec")
    testcase.assertEqual(caught, [])


class _Recorded:
    def __init__(self, filters, quiet):
        self.filters = filters
        self.quiet = quiet

    def __enter__(self):
        self.context = warnings.catch_warnings(record=True)
        self.caught = self.context.__enter__()
        warnings.simplefilter("always")
        return self

    @property
    def warnings(self):
        return self.caught

    def reset(self):
        del self.caught[:]

    def __exit__(self, kind, error, trace):
        self.context.__exit__(kind, error, trace)
        if kind is not None:
            return
        rest = list(self.caught)
        for pattern, category in self.filters:
            seen = False
            for each in list(rest):
                if re.match(pattern, str(each.message), re.I) and issubclass(each.category, category):
                    seen = True
                    rest.remove(each)
            if not seen and not self.quiet:
                raise AssertionError(f"filter ({pattern!r}, {category.__name__}) did not catch any warning")
        if rest:
            raise AssertionError(f"unhandled warning {rest[0].message}")


def check_warnings(*filters, quiet=None):
    if not filters:
        return _Recorded((("", Warning),), quiet is None or quiet)
    return _Recorded(filters, bool(quiet))


def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    """A function, since tests keep it as a method."""
    return _NoWarnings(testcase, category)


class _NoWarnings:
    def __init__(self, testcase, category):
        self.testcase, self.category = testcase, category

    def __enter__(self):
        self.context = warnings.catch_warnings(record=True)
        self.caught = self.context.__enter__()
        warnings.simplefilter("always", self.category)

    def __exit__(self, kind, error, trace):
        self.context.__exit__(kind, error, trace)
        if kind is None:
            self.testcase.assertEqual(self.caught, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase)


def ignore_warnings(*, category):
    def decorate(test):
        def run(self, *args, **names):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **names)

        return run

    return decorate
