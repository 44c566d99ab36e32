# Types that can be parametrised, by hand and in brackets; what the alias says of itself.
for kind in (list, tuple, dict, set, frozenset, enumerate, type({}.keys().mapping), BaseExceptionGroup):
    alias = kind.__class_getitem__(int)
    print(alias, alias == kind[int], alias.__origin__ is kind, alias.__args__, alias.__parameters__)
for kind in (int, str, range, bytes, slice):
    try:
        kind[int]
    except TypeError as error:
        print(error)
iterator = iter(list[int])
print(iterator.__reduce__()[1], next(iterator), iterator.__reduce__()[1])
