# An exception may be among its own arguments: its text has no end, and Python says so.
for kind in (KeyError, ValueError, OSError):
    e = kind(1)
    e.args = (e,)
    for show in (str, repr):
        try:
            print(kind.__name__, show.__name__, len(show(e)))
        except RecursionError as error:
            print(kind.__name__, show.__name__, error)

nested = []
for _ in range(100_000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as error:
    print(error)
