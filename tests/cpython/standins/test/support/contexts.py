"""Contexts that change something for a while."""

import sys


class _Restored:
    """Sets things on entering, and on leaving sets back what was there."""

    def __init__(self, enter, leave):
        self.enter = enter
        self.leave = leave

    def __enter__(self):
        return self.enter()

    def __exit__(self, *error):
        self.leave()

    def __call__(self, function):
        """As a decorator."""

        def run(*args, **names):
            with self:
                return function(*args, **names)

        return run


_ABSENT = object()


def swap_attr(obj, name, value):
    old = getattr(obj, name, _ABSENT)

    def enter():
        setattr(obj, name, value)
        return None if old is _ABSENT else old

    def leave():
        if old is not _ABSENT:
            setattr(obj, name, old)
        elif hasattr(obj, name):
            delattr(obj, name)

    return _Restored(enter, leave)


def swap_item(obj, key, value):
    old = obj[key] if key in obj else _ABSENT

    def enter():
        obj[key] = value
        return None if old is _ABSENT else old

    def leave():
        if old is not _ABSENT:
            obj[key] = old
        elif key in obj:
            del obj[key]

    return _Restored(enter, leave)


def captured_output(name):
    import io

    old = getattr(sys, name)

    def enter():
        new = io.StringIO()
        setattr(sys, name, new)
        return new

    return _Restored(enter, lambda: setattr(sys, name, old))


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


def set_recursion_limit(limit):
    old = sys.getrecursionlimit()
    return _Restored(lambda: sys.setrecursionlimit(limit), lambda: sys.setrecursionlimit(old))


def infinite_recursion(max_depth=100):
    from test.support import get_recursion_depth

    return set_recursion_limit(max(get_recursion_depth() - 1, 1) + max_depth)


def adjust_int_max_str_digits(digits):
    old = sys.get_int_max_str_digits()
    return _Restored(lambda: sys.set_int_max_str_digits(digits), lambda: sys.set_int_max_str_digits(old))


def disable_gc():
    import gc

    enabled = gc.isenabled()
    return _Restored(gc.disable, lambda: gc.enable() if enabled else None)


class catch_unraisable_exception:
    def __init__(self):
        self.unraisable = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._old = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *error):
        sys.unraisablehook = self._old
        del self.unraisable


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
