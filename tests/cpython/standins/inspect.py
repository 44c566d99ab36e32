"""What kinds of objects there are, and how generators and coroutines stand."""

import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def isclass(value):
    return isinstance(value, type)


def isfunction(value):
    return isinstance(value, types.FunctionType)


def ismethod(value):
    return isinstance(value, types.MethodType)


def isgenerator(value):
    return isinstance(value, types.GeneratorType)


def iscoroutine(value):
    return isinstance(value, types.CoroutineType)


def isasyncgen(value):
    return isinstance(value, types.AsyncGeneratorType)


def _has_flag(value, flag):
    while ismethod(value):
        value = value.__func__
    return isfunction(value) and bool(value.__code__.co_flags & flag)


def isgeneratorfunction(value):
    return _has_flag(value, CO_GENERATOR)


def iscoroutinefunction(value):
    return _has_flag(value, CO_COROUTINE)


def isasyncgenfunction(value):
    return _has_flag(value, CO_ASYNC_GENERATOR)


def isawaitable(value):
    import collections.abc

    return (iscoroutine(value) or isinstance(value, collections.abc.Awaitable)
            or isgenerator(value) and bool(value.gi_code.co_flags & CO_ITERABLE_COROUTINE))


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def unwrap(function):
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def cleandoc(text):
    lines = text.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    return "\n".join(lines).strip("\n")


def getdoc(value):
    text = getattr(value, "__doc__", None)
    return cleandoc(text) if isinstance(text, str) else None


def get_annotations(value, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(value, "__annotations__", None) or {})


def signature(value, **names):
    """Text enough for the docstrings of dataclasses."""
    raise ValueError("no signature is found")


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"inspect.{name}")
