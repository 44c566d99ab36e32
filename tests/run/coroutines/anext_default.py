# `anext()` with a default gives an object that awaits what the iterator gave, and turns its end into the default.
class Numbers:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        got = await Pause()
        return self.count, got


class Pause:
    def __await__(self):
        return (yield "pause")


made = anext(Numbers(1), "none")
print(type(made).__name__, iter(made) is made)
print(made.send(None))
try:
    made.send("sent")
except StopIteration as stop:
    print(stop.value)
made.close()
made = anext(Numbers(0), "none")
try:
    next(made)
except StopIteration as stop:
    print(stop.value, stop.__context__)
made = anext(Numbers(1), "none")
next(made)
try:
    made.throw(StopAsyncIteration)
except RuntimeError as error:
    print(error)


async def main():
    return await anext(Numbers(0), "default"), await anext(Numbers(1), "default")


run = main()
print(run.send(None))
try:
    run.send("value")
except StopIteration as stop:
    print(stop.value)
