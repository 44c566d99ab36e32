"""There is nothing to remove."""


def rmtree(*args, **names):
    pass
