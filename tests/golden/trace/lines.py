"""When CPython tells a tracer that a line begins, where that is not plain."""


def zero(x):
    if x: raise ValueError(x)
    return 0


def again():
    try:
        zero(1)
    finally:
        zero(0)


def loops(n):
    while n: n -= 1
    for i in range(2): n = i
    for j in range(
        2
    ):
        if j:
            continue
        n = (zero(0) or
             zero(0))
    else:
        n = 7
    return n


def nested():
    for a in [1, 2]:
        try:
            if a == 2:
                break
            zero(a)
        except ValueError as error:
            caught = error
        except (KeyError,
                IndexError):
            pass
    return len([zero(0) or zero(0), caught.args])


try:
    again()
except ValueError:
    pass
loops(2)
nested()
both = [zero(0) or zero(0)]
one = zero(0) or abs(0) or 5; two = 1 if one else 2
assert one, \
    "never"
try:
    try:
        [][1]
    except LookupError:
        {}["no"]
except KeyError as error:
    print(type(error).__name__)
print(
    sorted([3, 1, 2],
           key=lambda x:
           -x),
)
