"""Which tests are run here at all."""

import unittest


def _identity(function):
    return function


def impl_detail(msg=None, **guards):
    if guards.get("cpython", not guards):
        return _identity
    return unittest.skip(msg or "not for CPython")


cpython_only = requires_IEEE_754 = requires_docstrings = no_tracing = _identity


def anticipate_failure(condition):
    return unittest.expectedFailure if condition else _identity


def requires_resource(resource):
    return _identity if resource == "cpu" else unittest.skip(f"the resource {resource!r} is not there")


def requires_working_socket(*, module=False):
    if module:
        # Most tests of such a module ask for no socket.
        return None
    return unittest.skip("sockets are needed")


def requires_subprocess():
    return unittest.skip("processes are needed")


def requires_legacy_unicode_capi():
    return unittest.skip("the C API is needed")


def requires_limited_api(test):
    return unittest.skip("the C API is needed")(test)


def requires_specialization(test):
    return unittest.skip("specialised instructions are needed")(test)


def refcount_test(test):
    return unittest.skip("reference counts are needed")(test)


def skip_on_s390x(test):
    return test


def bigmemtest(size, memuse, dry_run=True):
    """Such a test runs with a small size where memory is short."""

    def decorate(function):
        def run(self):
            return function(self, 5147)

        return run

    return decorate


def bigaddrspacetest(function):
    return unittest.skip("an address space is needed")(function)


def run_with_locale(catstr, *locales):
    return unittest.skip("a locale is needed")


def run_with_tz(tz):
    return unittest.skip("a time zone is needed")
