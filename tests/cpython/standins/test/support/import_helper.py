"""Imports that may fail: then the test is skipped."""

import sys
import unittest
from placeholder import Placeholder


def import_module(name, deprecated=False, *, required_on=()):
    if name == "asyncio":
        return Placeholder(name)
    if isinstance(sys.modules.get(name), Placeholder):
        raise unittest.SkipTest(f"the module {name} is needed")
    try:
        __import__(name)
    except ImportError:
        raise unittest.SkipTest(f"the module {name} is needed")
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    raise unittest.SkipTest(f"a second {name} is needed")


def unload(name):
    sys.modules.pop(name, None)


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        self.old = sys.modules.copy()
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        sys.modules.update(self.old)
