# Every name that the common types have, as dir() lists them.
for kind in (object, int, float, complex, bool, str, bytearray, list, tuple, dict, set, frozenset, range, slice,
             enumerate, map, filter, property, staticmethod, classmethod, super, type(None), type(...), memoryview,
             type({}.keys()), type({}.values()), type({}.items())):
    names = [name for name in dir(kind) if name not in ("__buffer__", "__release_buffer__", "_from_flags")]
    print(kind.__name__, len(names), *names)
