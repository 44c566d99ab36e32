"""`with self.assertRaises(...)` and its like, which can be called with a function too."""


def _check(case, pattern, text):
    import re

    found = re.search(pattern, text) if isinstance(pattern, str) else pattern.search(text)
    if not found:
        pattern = pattern if isinstance(pattern, str) else pattern.pattern
        case.fail(f"{pattern!r} does not match {text!r}")


class Raises:
    def __init__(self, case, expected, pattern):
        kinds = expected if isinstance(expected, tuple) else (expected,)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("an exception type or tuple of them is needed")
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.exception = None

    def given(self, args, names):
        """The context itself, or the answer about a function that is called at once."""
        if not args:
            self.message = names.pop("msg", None)
            return self
        with self:
            args[0](*args[1:], **names)
        return None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.case.fail(f"{getattr(self.expected, '__name__', self.expected)} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None:
            _check(self.case, self.pattern, str(error))
        return True


class Warns:
    def __init__(self, case, expected, pattern):
        self.case = case
        self.expected = expected
        self.pattern = pattern

    given = Raises.given

    def __enter__(self):
        import warnings

        self.recorder = warnings.catch_warnings(record=True)
        self.warnings = self.recorder.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, kind, error, trace):
        self.recorder.__exit__(kind, error, trace)
        if kind is not None:
            return False
        first = None
        for each in self.warnings:
            warning = each.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None:
                import re

                if not re.search(self.pattern, str(warning)):
                    continue
            self.warning = warning
            self.filename = each.filename
            self.lineno = each.lineno
            return True
        if first is not None:
            _check(self.case, self.pattern, str(first))
        self.case.fail(f"{getattr(self.expected, '__name__', self.expected)} not triggered")
