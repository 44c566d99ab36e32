def risky(n):
    if n == 0:
        raise ValueError("zero")
    return 10 / (n - 1)


def careful(n):
    try:
        return risky(n)
    except ValueError as e:
        return f"value: {e}"
    except ZeroDivisionError:
        return "division"
    else:
        return "else"
    finally:
        print("finally", n)


print(careful(0), careful(1), careful(2))


class MyError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    try:
        raise MyError(7)
    except MyError as e:
        print(e.code, e, repr(e), e.args)
        raise KeyError("k") from e
except KeyError as e:
    print(repr(e.__cause__), e.__context__ is e.__cause__)

try:
    [][1]
except IndexError as e:
    print(e)
try:
    {}["x"]
except KeyError as e:
    print(e, e.args)
try:
    None.foo
except AttributeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    def f(a, b): pass
    f(1)
except TypeError as e:
    print(e)


class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind, value)
        return True


with Manager() as m:
    raise RuntimeError("inside")
with Manager():
    print("fine")


def middle(x):
    return risky(x) + 1


try:
    risky(0)
except ValueError:
    middle(1)
