"""Attributes can be replaced for a while, but by no mock: a test that is given one needs the module."""

import sys

from placeholder import NeedsModule, Placeholder

_ABSENT = object()


class _Replaced:
    """`with patch("module.name", value)`"""

    def __init__(self, target, new):
        module, _, self.name = target.rpartition(".")
        self.module = sys.modules[module]
        self.new = new

    def __enter__(self):
        self.old = self.module.__dict__.get(self.name, _ABSENT)
        setattr(self.module, self.name, self.new)
        return self.new

    def __exit__(self, *error):
        if self.old is _ABSENT:
            delattr(self.module, self.name)
        else:
            setattr(self.module, self.name, self.old)


class _Patch:
    def object(self, *args, **names):
        def decorate(function):
            def run(*args, **names):
                raise NeedsModule("unittest.mock")

            return run

        return decorate

    dict = object

    def __call__(self, target, new=_ABSENT):
        return self.object() if new is _ABSENT else _Replaced(target, new)


patch = _Patch()


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"unittest.mock.{name}")
