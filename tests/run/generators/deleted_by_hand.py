# __del__ of a generator closes it, and reports what cannot be handled.
def stubborn():
    try:
        yield 1
    finally:
        raise ValueError("not now")


def refusing():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


one = stubborn()
next(one)
one.__del__()
print("after")
fresh = stubborn()
fresh.__del__()
print(next(fresh, "closed before it began"))
