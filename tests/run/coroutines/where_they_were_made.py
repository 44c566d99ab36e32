"""A coroutine remembers where it was made, as deep as is asked for, and says so when nobody awaits it."""
import sys


async def coroutine():
    pass


def inner():
    return coroutine()


def outer():
    return inner()


print(sys.get_coroutine_origin_tracking_depth(), outer().cr_origin)
for depth in (1, 2, 1000):
    sys.set_coroutine_origin_tracking_depth(depth)
    made = outer()
    print([(line, name) for _, line, name in made.cr_origin])
    made.close()
for wrong in (-1, "x"):
    try:
        sys.set_coroutine_origin_tracking_depth(wrong)
    except (ValueError, TypeError) as error:
        print(error)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(depth=2)
made = outer()
del made
