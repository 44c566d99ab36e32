"""The package of CPython's own tests: `support` is ours, everything else is found where the interpreter has it."""

import sys

__path__.append(sys.path[-1] + "/test")
