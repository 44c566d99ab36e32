"""Puts something in the place of each module that a file of tests imports and that is not there."""

import sys

from placeholder import Placeholder

# These need the operating system, or are about the C interpreter.
_OUT_OF_REACH = {
    "_pickle", "_pylong", "_testcapi", "_testinternalcapi", "asyncio", "ctypes", "pyperf", "shutil", "tempfile",
    "unittest.mock", "xxsubtype",
}


def imports(names):
    for name in names:
        top = name.partition(".")[0]
        if top not in ("test", "unittest", "") or name in _OUT_OF_REACH:
            prepare(name)


def prepare(name):
    if name not in _OUT_OF_REACH:
        try:
            __import__(name)
            return
        except Exception as error:
            sys.__stdout__.write(f"\n@@missing\t{name}\t{type(error).__name__}: {ascii(str(error))}\n")
    parent, _, last = name.rpartition(".")
    if parent and parent not in sys.modules:
        prepare(parent)
    made = sys.modules[name] = Placeholder(name)
    if parent:
        setattr(sys.modules[parent], last, made)


if not hasattr(sys, "implementation"):
    class _Implementation:
        name = "cpython"
        cache_tag = "cpython-312"

    sys.implementation = _Implementation
for _name in ("stdout", "stderr", "stdin"):
    if not hasattr(sys, "__" + _name + "__"):
        setattr(sys, "__" + _name + "__", getattr(sys, _name, None))
if not hasattr(sys, "warnoptions"):
    sys.warnoptions = []
