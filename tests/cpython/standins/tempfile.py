"""The folder that the driver was given: all that is temporary goes there."""

import prepare


def mkdtemp(*args, **names):
    return prepare.folder


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"tempfile.{name}")
