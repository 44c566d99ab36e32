# Functions from a code object: names, defaults and cells are what is given.
def adder(x, y=10):
    """Adds."""
    return x + y + z


def enclosing():
    kept = 7
    return lambda: kept


Function = type(adder)
z = 1
made = Function(adder.__code__, {"z": 100, "__name__": "elsewhere"})
print(made(1, 2), made.__name__, made.__module__, made.__doc__, made.__defaults__, made.__qualname__)
made = Function(adder.__code__, globals(), "renamed", (5,))
print(made(1), made.__name__, made.__qualname__, made.__globals__ is globals())
cell = type(enclosing().__closure__[0])
print(Function(enclosing().__code__, {}, closure=(cell("given"),))(), Function.__new__(Function, adder.__code__, {}))
inner = enclosing().__code__
for parts in ((), (1, {}), (adder.__code__, 1), (adder.__code__, {}, 1), (adder.__code__, {}, None, []),
              (inner, {}), (inner, {}, None, None, []), (inner, {}, None, None, ()), (inner, {}, None, None, (1,)),
              (adder.__code__, {}, None, None, (cell(),))):
    try:
        Function(*parts)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
