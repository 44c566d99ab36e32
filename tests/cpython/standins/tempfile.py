"""Names of folders that are not there."""


def mkdtemp(*args, **names):
    return "/nowhere"


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"tempfile.{name}")
