"""Clearing the frame of a coroutine that nobody awaited warns; so does the old form of `athrow`."""


async def coroutine():
    pass


async def generator():
    yield 1


made = coroutine()
made.cr_frame.clear()
made.close()
step = generator().athrow(GeneratorExit, GeneratorExit(), None)
print(type(step).__name__)
step.close()


def plain():
    try:
        yield 1
    finally:
        print("closed")


made = plain()
next(made)
made.gi_frame.clear()
print(list(made))
