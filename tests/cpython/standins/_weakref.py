"""References that keep what they refer to alive."""


class ref:
    __slots__ = ("value",)

    def __new__(cls, value, callback=None):
        made = object.__new__(cls)
        made.value = value
        return made

    def __init__(self, value, callback=None):
        pass

    def __call__(self):
        return self.value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other.value


ReferenceType = ref


def proxy(value, callback=None):
    return value


class ProxyType:
    pass


class CallableProxyType:
    pass


def getweakrefcount(value):
    return 0


def getweakrefs(value):
    return []


def _remove_dead_weakref(table, key):
    pass
