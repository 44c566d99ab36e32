# A coroutine driven by hand, and what it tells of itself.
class Pause:
    def __await__(self):
        got = yield "paused"
        return got


async def work(x):
    try:
        return x + await Pause()
    finally:
        print("leaving")


coroutine = work(1)
print(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_await, coroutine.cr_origin, coroutine.__name__)
print(coroutine.__qualname__, coroutine.cr_code is work.__code__, coroutine.cr_frame.f_locals, repr(coroutine)[:22])
print(coroutine.send(None), coroutine.cr_suspended, type(coroutine.cr_await).__name__)
try:
    coroutine.send(5)
except StopIteration as end:
    print("returned", end.value, coroutine.cr_frame)
thrown = work(1)
thrown.send(None)
try:
    thrown.throw(KeyError("in"))
except KeyError as error:
    print("out", error)
closed = work(1)
closed.send(None)
print(closed.close(), closed.__sizeof__() > 144, type(closed).__getattribute__(closed, "cr_running"))
wrapper = work(2).__await__()
print(type(wrapper).__name__, wrapper.__iter__() is wrapper, wrapper.__next__())
try:
    wrapper.send(40)
except StopIteration as end:
    print(end.value)
other = work(3).__await__()
next(other)
try:
    other.throw(ValueError("w"))
except ValueError as error:
    print(error)
last = work(4).__await__()
next(last)
print(last.close(), type(last).__getattribute__(last, "close")())
deleted = work(5)
deleted.send(None)
print(deleted.__del__(), deleted.cr_frame)
for call in (lambda: iter(closed), lambda: closed.send(1), lambda: type(closed)()):
    try:
        call()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
