"""What CPython's own tests use of `test.support`."""

import sys

__path__.append(sys.path[-1] + "/test/support")
import unittest

from test.support.decorators import (
    anticipate_failure, bigaddrspacetest, bigmemtest, cpython_only, impl_detail, no_tracing, refcount_test,
    requires_IEEE_754, requires_docstrings, requires_legacy_unicode_capi, requires_limited_api,
    requires_resource, requires_specialization, requires_subprocess, requires_working_socket, run_with_locale,
    run_with_tz, skip_on_s390x,
)
from test.support.contexts import (
    SuppressCrashReport, adjust_int_max_str_digits, captured_output, captured_stderr, captured_stdin,
    captured_stdout, catch_unraisable_exception, disable_gc, infinite_recursion, set_recursion_limit, swap_attr, swap_item,
)

verbose = 0
MAX_Py_ssize_t = sys.maxsize
C_RECURSION_LIMIT = 1500
EXCEEDS_RECURSION_LIMIT = 5000
NHASHBITS = 64
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
MS_WINDOWS = is_emscripten = is_wasi = is_android = is_jython = Py_DEBUG = False
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
has_fork_support = has_subprocess_support = False


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def requires(resource, msg=None):
    raise ResourceDenied(msg or f"the resource {resource!r} is not there")


def is_resource_enabled(resource):
    return resource == "cpu"


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def check_impl_detail(**guards):
    if not guards:
        return True
    return guards.get("cpython", not next(iter(guards.values())))


def gc_collect():
    import gc

    gc.collect()
    gc.collect()


def sortdict(dict):
    return "{" + ", ".join([f"{key!r}: {dict[key]!r}" for key in sorted(dict)]) + "}"


def run_code(code):
    import textwrap

    names = {}
    exec(textwrap.dedent(code), names)
    return names


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as context:
        compile(statement, "<test string>", "exec")
    error = context.exception
    testcase.assertIsNotNone(error.lineno)
    testcase.assertIsNotNone(error.offset)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def check_free_after_iterating(test, iter, cls, args=()):
    """An iterator lets go of what it walked over once it has come to the end."""
    gone = False

    class Watched(cls):
        def __del__(self):
            nonlocal gone
            gone = True
            try:
                next(walker)
            except StopIteration:
                pass

    walker = iter(Watched(*args))
    test.assertRaises(StopIteration, next, walker)
    gc_collect()
    test.assertTrue(gone)


def check_sizeof(test, o, size):
    raise unittest.SkipTest("sizes are CPython's own")


def calcobjsize(fmt):
    return 0


calcvobjsize = calcobjsize


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    import re

    name = tp.__name__ if tp.__module__ == "builtins" else f"{tp.__module__}.{tp.__name__}"
    testcase.assertRaisesRegex(TypeError, f"cannot create '{re.escape(name)}' instances", tp, *args, **kwds)


def maybe_get_event_loop_policy():
    return None


def run_in_subinterp(code):
    raise unittest.SkipTest("there is one interpreter only")


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("there are no processes")


def collision_stats(nbins, nballs):
    raise unittest.SkipTest("decimal is needed")


def get_recursion_depth():
    depth = 0
    frame = sys._getframe()
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return max(depth - 1, 1)


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


def late_deletion(obj):
    pass


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    """Greater than anything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True

    __hash__ = None


class _Smallest:
    """Less than anything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True

    __hash__ = None


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()
