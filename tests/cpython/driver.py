"""Runs the tests of one of CPython's files, and says of each how it ended: a line that begins with @@.

    driver.py LIB FILE MODULES FOLDER DONE

LIB is where the interpreter's own modules are, FILE the test without `.py`, MODULES what it imports and DONE the
tests that have run already, both with commas between. In FOLDER they may write.
"""

import sys

lib, file, imports, folder, done = sys.argv[1:]
sys.path[:] = [sys.path[0] + "/standins", lib]
done = set(done.split(","))

import prepare

prepare.folder = folder
prepare.imports(imports.split(","))

import doctest
import time
import unittest
from placeholder import NeedsModule


def say(*words):
    sys.__stdout__.write("\n@@" + "\t".join(words) + "\n")
    # Who asks the world for something has its output written first, so that even a test without end is named.
    time.monotonic()


def described(error):
    try:
        text = str(error)
    except Exception:
        text = "?"
    lines = []
    trace = error.__traceback__
    while trace is not None:
        lines.append(str(trace.tb_lineno))
        trace = trace.tb_next
    sub = f" [{error.subtests} subtests, first {error.what}]" if hasattr(error, "subtests") else ""
    text = f"{type(error).__name__}: {text}{sub} (lines {' '.join(lines[-4:])})"
    return ascii(text)[1:-1][:400]


def judged(name, run, expected_failure=False):
    """Runs a test and says how it ended."""
    if name in done:
        return
    say("start", name)
    try:
        run()
    except unittest.SkipTest as error:
        say("skip", name, str(error).replace("\n", " "))
    except NeedsModule as error:
        say("need", name, str(error))
    except (Exception, KeyboardInterrupt, SystemExit) as error:
        if expected_failure:
            say("pass", name)
        else:
            say(*reason(name, error))
    else:
        if expected_failure:
            say("fail", name, "passed, but was expected to fail")
        else:
            say("pass", name)


def reason(name, error):
    """A test may catch what a missing module raises, and stumble over that later."""
    link = error
    while link is not None:
        if isinstance(link, NeedsModule):
            return "need", name, str(link)
        # These trace functions are refused.
        if isinstance(link, SystemError) and "it traces programs itself" in str(link):
            return "need", name, str(link).split()[4].removesuffix("()")
        link = link.__cause__ or link.__context__
    return "fail", name, described(error)


def skipped(*places):
    for place in places:
        if getattr(place, "__unittest_skip__", False):
            return place.__unittest_skip_why__ or "skipped"
    return None


def run_case(label, case):
    names = [f"{label}.{name}" for name in unittest.defaultTestLoader.getTestCaseNames(case)]
    if not names or done.issuperset(names):
        return
    why = skipped(case)
    if why is None:
        try:
            case.setUpClass()
        except unittest.SkipTest as error:
            why = str(error)
        except BaseException as error:
            for name in names:
                if name not in done:
                    say(*reason(name, error))
            return
    for name in names:
        method = getattr(case, name.rpartition(".")[2])
        method_why = why or skipped(method)
        if method_why is None:
            run = case(name.rpartition(".")[2])._run_method
            judged(name, run, getattr(method, "__unittest_expecting_failure__", False))
        elif name not in done:
            say("skip", name, method_why.replace("\n", " "))
    if why is None:
        judged(f"{label}.tearDownClass", case.tearDownClass) if "tearDownClass" in case.__dict__ else None
        case.doClassCleanups()


def run_file():
    module = getattr(__import__("test." + file), file)
    for set_up in [getattr(module, "setUpModule", None)]:
        if set_up is not None:
            set_up()
    for label, value in list(module.__dict__.items()):
        if isinstance(value, type) and issubclass(value, unittest.TestCase):
            run_case(label, value)
    if hasattr(module, "load_tests"):
        doctest.module = module
        for test in flat(module.load_tests(unittest.defaultTestLoader, unittest.TestSuite(), None)):
            judged("doctest " + test.name, test._run_method)


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


try:
    run_file()
except unittest.SkipTest as error:
    say("skip", "the whole file", str(error))
except BaseException as error:
    say(*reason("the whole file", error))
say("end")
