"""What a generator handles is its own: it keeps that over a yield, and what its caller handles is not kept."""
import sys
def g():
    try:
        raise ValueError
    except ValueError:
        yield 1
    print(sys.exception())
    yield 2
gen = g()
try:
    raise IndexError
except IndexError:
    print(next(gen))
print(next(gen))
def store():
    try:
        yield
    except Exception as exc:
        print(repr(sys.exception()), repr(exc.__context__))
        yield
        print(repr(sys.exception()))
        yield
        raise
make = store()
next(make)
try:
    raise ValueError()
except Exception as exc:
    try:
        make.throw(exc)
    except Exception: pass
next(make)
try:
    next(make)
except ValueError as e:
    print(repr(e.__context__))
print(sys.exception())


def reraise():
    try:
        raise
    except Exception as error:
        yield repr(error)
    yield repr(sys.exception())
    try:
        raise KeyError
    except KeyError as error:
        yield repr(error.__context__)
    yield repr(sys.exc_info()[1])


again = reraise()
try:
    raise LookupError("outer")
except LookupError:
    print(next(again), next(again), next(again))
print(next(again))


def inner():
    try:
        yield
    except ValueError as error:
        print(repr(error.__context__))
        yield
    yield


def handles():
    try:
        raise KeyError
    except KeyError:
        try:
            yield
        except ValueError as error:
            print(repr(error.__context__))
        yield


for make in (inner, handles):
    made = make()
    next(made)
    try:
        raise IndexError
    except IndexError:
        made.throw(ValueError())
    for each in made:
        pass
    try:
        try:
            raise IndexError
        except IndexError:
            made.throw(ValueError("ended"))
    except ValueError as error:
        print(repr(error), repr(error.__context__))


def delegate():
    yield from reraise()


try:
    raise OSError("outermost")
except OSError:
    for each in delegate():
        print(each)


def plain():
    yield


def handling(kind):
    try:
        raise kind
    except kind:
        yield


def delegating(inner):
    try:
        raise KeyError("a")
    except KeyError:
        yield from inner


for inner in (plain(), handling(OSError), delegating(handling(OSError))):
    made = delegating(inner)
    next(made)
    try:
        made.throw(ValueError)
    except ValueError as error:
        context = error.__context__
        print(repr(context), repr(context.__context__))
