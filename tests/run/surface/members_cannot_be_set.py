# Fields of a builtin object: read through the type's descriptor, never set.
def generate():
    yield


pairs = [(1j, "real"), (range(1, 9, 2), "start"), (range(3), "stop"), (range(3), "step"), (slice(1, 2), "stop"),
         (slice(1, 2, 3), "step"), (slice(1, 2), "start"), (3, "numerator"), (1.5, "imag"), (property(), "fget"),
         (staticmethod(len), "__func__"), (classmethod(len), "__wrapped__"), (generate.__code__, "co_name"),
         (generate, "__closure__"), (int.__add__, "__objclass__"), (len, "__name__")]
for value, name in pairs:
    descriptor = type(value).__dict__[name]
    print(descriptor, descriptor.__get__(value) == getattr(value, name), descriptor.__objclass__.__name__)
    for change in (lambda: setattr(value, name, 1), lambda: delattr(value, name),
                   lambda: descriptor.__set__(value, 1), lambda: descriptor.__delete__(value)):
        try:
            change()
        except (AttributeError, TypeError) as error:
            print("   ", type(error).__name__, error)
