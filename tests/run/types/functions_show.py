# What functions tell of themselves, and what may be changed.
def shown(a: int, b=2, *, c: str = "x") -> bool:
    """Shown."""


print(shown.__name__, shown.__qualname__, shown.__doc__, shown.__module__, shown.__defaults__, shown.__kwdefaults__)
print(shown.__annotations__, shown.__closure__, shown.__type_params__, shown.__code__.co_name, shown.__dict__)
print(shown.__builtins__["len"] is len, shown.__globals__["shown"] is shown, shown.__get__(1).__self__)
print(shown.__get__(None, int) is shown, type(shown).__getattribute__(shown, "__name__"), shown.__call__(1))
print(repr(shown).startswith("<function shown at"), type(shown).__repr__(shown)[:15])
shown.__name__, shown.__doc__, shown.__defaults__, shown.extra = "other", None, (1, 2), []
print(shown.__name__, shown.__doc__, shown(), shown.__dict__)
for change in ("shown.__name__ = 1", "shown.__defaults__ = []", "shown.__code__ = 1", "shown.__globals__ = {}",
               "shown.__dict__ = 1", "shown.__kwdefaults__ = 1", "shown.__annotations__ = 1", "del shown.__name__"):
    try:
        exec(change)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
