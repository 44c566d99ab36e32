# A generator's methods and what it tells of itself while it stands and when it has ended.
def generate(a):
    try:
        got = yield a
        print("got", got)
        yield from [10, 20]
    finally:
        print("closing")


generator = generate(1)
print(generator.gi_running, generator.gi_suspended, generator.gi_yieldfrom, generator.gi_frame.f_locals)
print(generator.__name__, generator.__qualname__, generator.gi_code is generate.__code__, repr(generator)[:26])
print(generator.__next__(), generator.gi_suspended, generator.send("sent"), generator.gi_yieldfrom is not None)
print(generator.__iter__() is generator, type(generator).__getattribute__(generator, "gi_running"))
generator.__name__ = "renamed"
print(generator.__name__, type(generator).__repr__(generator)[:26], generator.__sizeof__() > 144)
generator.__del__()
print(generator.gi_frame, generator.gi_suspended, generator.__del__(), generator.close())
raising = generate(2)
next(raising)
try:
    raising.throw(KeyError("thrown"))
except KeyError as error:
    print("out", error)
for call in (lambda: next(raising), lambda: generate(1).send(5), lambda: generate(1).throw(5), lambda: type(raising)(),
             lambda: setattr(raising, "__name__", 5), lambda: setattr(raising, "gi_code", 5)):
    try:
        call()
    except (StopIteration, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
