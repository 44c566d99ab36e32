# An async generator's awaitables driven by hand.
async def produce():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except KeyError as error:
        print("caught", error)
        yield 3


def run(awaitable):
    try:
        awaitable.__await__().send(None)
    except StopIteration as end:
        return "value", end.value
    except StopAsyncIteration:
        return "end"


stream = produce()
print(stream.__aiter__() is stream, stream.ag_running, stream.ag_suspended, stream.ag_await, stream.__name__)
print(stream.__qualname__, stream.ag_code.co_name, stream.ag_frame.f_locals, repr(stream)[:30])
print(run(stream.__anext__()), run(stream.asend("sent")), run(stream.athrow(KeyError("k"))), run(stream.__anext__()))
print(stream.ag_frame, run(stream.aclose()), type(stream).__class_getitem__(int), stream.__sizeof__() > 144)
print(type(stream).__getattribute__(stream, "ag_running"), stream.__del__())
other = produce()
step = other.asend(None)
print(type(step).__name__, step.__iter__() is step, type(step).__getattribute__(step, "close") is not None)
try:
    step.__next__()
except StopIteration as end:
    print(end.value)
for make in (lambda: other.asend(None), lambda: other.athrow(ValueError("v"))):
    step = make()
    try:
        step.throw(RuntimeError("into the step"))
    except RuntimeError as error:
        print(type(step).__name__, error)
closing = produce().aclose()
print(type(closing).__name__, closing.__iter__() is closing, closing.close(), type(closing).__getattribute__(closing, "send") is not None)
fresh = produce()
fresh.__anext__().close()
try:
    fresh.athrow(ValueError("first")).__next__()
except ValueError as error:
    print(error)
for call in (lambda: fresh.asend(1).send(5), lambda: type(fresh)(), lambda: iter(fresh)):
    try:
        call()
    except (TypeError, StopAsyncIteration) as error:
        print(type(error).__name__, error)
