"""What tests of the language use of `os`: nothing of it asks the operating system."""

import sys

name = "posix"
sep = "/"
linesep = "\n"
environ = {}


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    return type(path).__fspath__(path)


class PathLike:
    pass


class path:
    sep = "/"

    @staticmethod
    def join(first, *parts):
        return "/".join([first, *parts])

    @staticmethod
    def basename(text):
        return text.rpartition("/")[2]

    @staticmethod
    def dirname(text):
        return text.rpartition("/")[0]

    @staticmethod
    def abspath(text):
        return text


def getpid():
    return 1


def uname():
    return "Linux", "", "", "", "x86_64"


def __getattr__(name):
    from placeholder import NeedsModule, Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"os.{name}")


def register_at_fork(**calls):
    """Nothing forks."""
