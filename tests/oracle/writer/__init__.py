"""Random valid programs. What they do makes no sense; they are never run."""
import warnings

from .base import NAMES
from .giants import Giants
from .layout import Layout
from .statements import Statements

FUTURES = ["from __future__ import annotations", "from __future__ import annotations", "from __future__ import division, generator_stop",
           "from __future__ import (unicode_literals as u, annotations,)"]


class Writer(Statements, Giants, Layout):
    def __init__(self, seed, size, invalid=False):
        super().__init__(seed, size)
        self.invalid = invalid

    def program(self):
        """The bytes of a program. The same seed and size write the same one."""
        if self.chance(15):
            self.lines += [(0, text) for text in self.pick([], ['"""A docstring."""'])]
            self.emit(0, self.random.choice(FUTURES))
        else:
            self.docstring(0)
        if self.chance(10):
            name = self.random.choice(NAMES)
            self.emit(0, f"global {name}")
            self.context = self.context.but(declared=frozenset({name}))
        first = len(self.lines)
        left = self.budget if not self.chance(0.5) else 0
        while left > 0:
            # A big statement is easily spoilt by one part, so it is left out if it is refused.
            start, self.budget = len(self.lines), self.pick(3, 10, 30)
            whole = self.budget
            if self.chance(0.7):
                self.giant(0)
            else:
                self.statement(0)
            if not self.invalid and not is_valid(plain(self.lines[:first] + self.lines[start:])):
                del self.lines[start:]
            left -= max(whole - self.budget, 1)
        text = self.render()
        return text if self.invalid or is_valid(text) else plain(self.lines).encode()


def plain(lines):
    return "".join("    " * indent + text + "\n" for indent, text in lines)


def is_valid(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "<program>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return False
    return True
