# An async generator that refuses what is sent to it can be asked again.
async def numbers():
    try:
        yield 1
    except ValueError:
        yield 2


def drive(step):
    try:
        step.send(None)
    except (StopIteration, TypeError, ValueError, RuntimeError, StopAsyncIteration) as error:
        print(type(error).__name__, error)


made = numbers()
drive(made.asend("early"))
print(made.ag_running)
drive(made.asend(None))
drive(made.athrow(ValueError("by hand")))
drive(made.aclose())
drive(made.asend(None))
other = numbers()
drive(other.athrow(KeyError("first")))
drive(other.asend(None))
