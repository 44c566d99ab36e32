# Slot wrappers, their bound forms, and the methods of builtin types by themselves.
wrapper, bound, method, by_class = int.__add__, (5).__add__, str.join, dict.__dict__["fromkeys"]
for each in (wrapper, method, by_class):
    print(each, each.__name__, each.__qualname__, each.__objclass__, type(each).__repr__(each) == repr(each))
    print(type(each.__doc__), each.__text_signature__, type(each).__getattribute__(each, "__name__"))
print(bound.__name__, bound.__qualname__, bound.__self__, bound.__objclass__, repr(bound)[:30], bound(6))
print(bound == (5).__add__, bound == (6).__add__, bound.__eq__((5).__add__), bound.__ne__(1), bound.__lt__(1))
print(bound.__le__(1), bound.__gt__(1), bound.__ge__(1), hash(bound) == hash((5).__add__), bound.__hash__() != 0)
print(bound.__reduce__()[1], wrapper.__reduce__()[1], method.__reduce__()[1], bound.__call__(1), wrapper.__call__(1, 2))
print(wrapper.__get__(5)(6), wrapper.__get__(5, int)(1), method.__get__("-")("ab"), method.__call__(",", "xy"))
print(by_class.__get__(None, dict)("ab"), by_class.__get__({})("c"), type(bound).__repr__(bound)[:22])
print(type(bound.__doc__), bound.__text_signature__, type(bound).__getattribute__(bound, "__self__"))
for call in (lambda: wrapper("a", 1), lambda: wrapper(), lambda: method(1), lambda: wrapper.__get__(None, None),
             lambda: wrapper.__get__("a"), lambda: by_class("ab"), lambda: by_class.__get__(1), lambda: bound(),
             lambda: by_class.__call__(1), lambda: setattr(wrapper, "__name__", "x")):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
