"""What CPython's own tests use of `unittest`, small enough to trust: the driver does the running."""

from unittest.case import (
    FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless,
)


class TestSuite:
    def __init__(self, tests=()):
        self.tests = list(tests)

    def addTest(self, test):
        self.tests.append(test)

    def addTests(self, tests):
        self.tests.extend(tests)

    def __iter__(self):
        return iter(self.tests)


class TestLoader:
    testMethodPrefix = "test"

    def getTestCaseNames(self, case):
        return sorted([name for name in dir(case) if name.startswith("test") and callable(getattr(case, name))])

    def loadTestsFromTestCase(self, case):
        return TestSuite([case(name) for name in self.getTestCaseNames(case)])


defaultTestLoader = TestLoader()


def makeSuite(case):
    return defaultTestLoader.loadTestsFromTestCase(case)


def main(*args, **names):
    raise RuntimeError("the driver runs the tests")


_module_cleanups = []


def addModuleCleanup(function, /, *args, **names):
    _module_cleanups.append((function, args, names))


def enterModuleContext(manager):
    value = type(manager).__enter__(manager)
    addModuleCleanup(type(manager).__exit__, manager, None, None, None)
    return value


def doModuleCleanups():
    while _module_cleanups:
        function, args, names = _module_cleanups.pop()
        function(*args, **names)
