"""A test case: its assertions, and how one method of it is run."""

import sys

from unittest.contexts import Raises, Warns
from unittest.equality import Equality


class SkipTest(Exception):
    pass


def _identity(function):
    return function


def skip(reason):
    def decorate(item):
        if callable(reason):
            reason_text = ""
        else:
            reason_text = reason
        if not isinstance(item, type):
            inner = item

            def item(*args, **names):
                raise SkipTest(reason_text)

            item.__name__ = getattr(inner, "__name__", "skipped")
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason_text
        return item

    if callable(reason):
        return decorate(reason)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(function):
    function.__unittest_expecting_failure__ = True
    return function


class _SubTest:
    """A block whose failure is kept, so that the method goes on after it."""

    def __init__(self, case, message, params):
        self.case = case
        self.what = (message, params)

    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        if error is None or not isinstance(error, Exception) or isinstance(error, SkipTest):
            return False
        self.case._problems.append((self.what, error))
        return True


class TestCase(Equality):
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._problems = []

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        return None

    def __str__(self):
        return self.id()

    def subTest(self, message=None, **params):
        return _SubTest(self, message, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def addCleanup(self, function, /, *args, **names):
        self._cleanups.append((function, args, names))

    def enterContext(self, manager):
        value = type(manager).__enter__(manager)
        self.addCleanup(type(manager).__exit__, manager, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **names):
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        cls._class_cleanups.append((function, args, names))

    @classmethod
    def doClassCleanups(cls):
        cleanups = cls.__dict__.get("_class_cleanups", [])
        while cleanups:
            function, args, names = cleanups.pop()
            function(*args, **names)

    def doCleanups(self):
        while self._cleanups:
            function, args, names = self._cleanups.pop()
            function(*args, **names)

    def _run_method(self):
        """Runs the method with all that belongs to it; raises what it raised, or the first trouble of a subtest."""
        try:
            self.setUp()
            try:
                getattr(self, self._testMethodName)()
            finally:
                self.tearDown()
        finally:
            self.doCleanups()
        if self._problems:
            what, error = self._problems[0]
            error.subtests = len(self._problems)
            error.what = what
            raise error

    def debug(self):
        self._run_method()

    def assertRaises(self, expected, *args, **names):
        return Raises(self, expected, None).given(args, names)

    def assertRaisesRegex(self, expected, pattern, *args, **names):
        return Raises(self, expected, pattern).given(args, names)

    def assertWarns(self, expected, *args, **names):
        return Warns(self, expected, None).given(args, names)

    def assertWarnsRegex(self, expected, pattern, *args, **names):
        return Warns(self, expected, pattern).given(args, names)


class FunctionTestCase(TestCase):
    def __init__(self, function, **names):
        super().__init__("runTest")
        self.function = function

    def runTest(self):
        self.function()


class IsolatedAsyncioTestCase(TestCase):
    """Needs an event loop, which needs the operating system."""

    __unittest_skip__ = True
    __unittest_skip_why__ = "an event loop is needed"
