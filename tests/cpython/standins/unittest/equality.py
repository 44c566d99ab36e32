"""Assertions about values: what is equal, in what, in which order."""


class Equality:
    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, text):
        raise self.failureException(text if msg is None else f"{text} : {msg}")

    def assertTrue(self, value, msg=None):
        if not value:
            self._fail(msg, f"{_short(value)} is not true")

    def assertFalse(self, value, msg=None):
        if value:
            self._fail(msg, f"{_short(value)} is not false")

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, f"{_short(first)} != {_short(second)}")

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{_short(first)} == {_short(second)}")

    assertMultiLineEqual = assertListEqual = assertTupleEqual = assertDictEqual = assertEqual

    def assertSetEqual(self, first, second, msg=None):
        if first.difference(second) or second.difference(first):
            self._fail(msg, f"{_short(first)} != {_short(second)}")

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None and not (isinstance(first, seq_type) and isinstance(second, seq_type)):
            self._fail(msg, f"{_short(first)} or {_short(second)} is no {seq_type.__name__}")
        if first == second:
            return
        same = len(first) == len(second)
        for at in range(len(first)):
            same = same and first[at] == second[at]
        if not same:
            self._fail(msg, f"{_short(first)} != {_short(second)}")

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for item in first:
            if item not in rest:
                self._fail(msg, f"{_short(item)} is not in both")
            rest.remove(item)
        if rest:
            self._fail(msg, f"{_short(rest)} is not in both")

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._fail(msg, f"{_short(first)} is not {_short(second)}")

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._fail(msg, f"unexpectedly identical: {_short(first)}")

    def assertIsNone(self, value, msg=None):
        self.assertIs(value, None, msg)

    def assertIsNotNone(self, value, msg=None):
        self.assertIsNot(value, None, msg)

    def assertIn(self, item, container, msg=None):
        if item not in container:
            self._fail(msg, f"{_short(item)} not found in {_short(container)}")

    def assertNotIn(self, item, container, msg=None):
        if item in container:
            self._fail(msg, f"{_short(item)} unexpectedly found in {_short(container)}")

    def assertIsInstance(self, value, kind, msg=None):
        if not isinstance(value, kind):
            self._fail(msg, f"{_short(value)} is not an instance of {kind!r}")

    def assertNotIsInstance(self, value, kind, msg=None):
        if isinstance(value, kind):
            self._fail(msg, f"{_short(value)} is an instance of {kind!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{_short(a)} not less than {_short(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{_short(a)} not less than or equal to {_short(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{_short(a)} not greater than {_short(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{_short(a)} not greater than or equal to {_short(b)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            near = difference <= delta
        else:
            near = round(difference, 7 if places is None else places) == 0
        if not near:
            self._fail(msg, f"{_short(first)} is not nearly {_short(second)}")

    def assertRegex(self, text, pattern, msg=None):
        import re

        if not re.search(pattern, text):
            self._fail(msg, f"{pattern!r} does not match {text!r}")

    def assertNotRegex(self, text, pattern, msg=None):
        import re

        if re.search(pattern, text):
            self._fail(msg, f"{pattern!r} matches {text!r}")


def _short(value):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) < 160 else text[:150] + "..."
