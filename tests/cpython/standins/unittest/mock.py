"""Nothing can be replaced by a mock: a test that is given one needs the module."""

from placeholder import NeedsModule, Placeholder


class _Patch:
    def object(self, *args, **names):
        def decorate(function):
            def run(*args, **names):
                raise NeedsModule("unittest.mock")

            return run

        return decorate

    __call__ = dict = object


patch = _Patch()


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"unittest.mock.{name}")
