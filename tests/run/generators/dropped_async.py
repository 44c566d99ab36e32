# An async generator that is dropped half way is closed, whether or not that runs code of its own.
class Ready:
    def __await__(self):
        yield "asked"


async def numbers():
    for number in range(3):
        await Ready()
        yield number


async def cleaned():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")


async def first():
    async for number in numbers():
        break
    async for number in cleaned():
        break
    print("left")
    return number


def drive(coroutine):
    try:
        while True:
            print(coroutine.send(None))
    except StopIteration as stop:
        return stop.value


print(drive(first()))
finished = (number for number in ())
print(list(finished), list(each for each in finished), next(finished, "end"))
