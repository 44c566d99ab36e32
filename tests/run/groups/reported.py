# The report of a group: nested, too wide, with causes and notes.
def f():
    raise ValueError("inner\nlines")
def g():
    try:
        f()
    except ValueError as e:
        raise KeyError(3) from e
excs = []
for h in (f, g):
    try: h()
    except Exception as e: excs.append(e)
try:
    1/0
except ZeroDivisionError as z:
    e = ExceptionGroup("many", [*excs, TypeError("x"), ExceptionGroup("nested", [OSError("no"), *[ValueError(i) for i in range(20)]])])
    e.add_note("note one\nnote two")
    raise e
