# What builtin functions and methods tell of themselves; equal if they are the same of the same object.
items = []
append = items.append
for function in (len, append, dict.fromkeys, print):
    print(function.__name__, function.__qualname__, function.__module__, repr(function)[:18])
print(append.__self__ is items, append == items.append, append != [].append, append == len, len.__self__.__name__)
print(hash(append) == hash(items.append), append.__hash__() == hash(append), append.__eq__(items.append))
print(append.__ne__(len), append.__lt__(len), append.__le__(1), append.__gt__(1), append.__ge__(1))
print(len.__reduce__(), append.__reduce__()[1], type(len).__getattribute__(len, "__name__"), len.__call__("abc"))
print(type(len).__repr__(len), append.__call__(5), items, type(len.__doc__), type(len.__text_signature__))
for call in (lambda: type(len)(), lambda: setattr(len, "x", 1), lambda: append < len, lambda: len()):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
