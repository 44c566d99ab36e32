# anext(iterator, default) is an awaitable of its own, which gives the default at the end.
class Once:
    def __init__(self):
        self.left = ["one"]

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        return self.left.pop()


def run(awaitable):
    try:
        return "waits for", awaitable.__await__().send(None)
    except StopIteration as end:
        return end.value


once = Once()
awaitable = anext(once, "default")
print(type(awaitable).__name__, type(awaitable).__module__, awaitable.__await__() is awaitable, awaitable.__iter__() is awaitable)
print(run(awaitable), run(anext(once, "default")), run(anext(once, None)))


async def generate():
    yield 1


async def main():
    stream = generate()
    print(await anext(stream), await anext(stream, "end"), await anext(stream, "end"))
    try:
        await anext(stream)
    except StopAsyncIteration:
        print("ended")


print(run(main()))
stepped = anext(generate(), 0)
try:
    print(stepped.__next__())
except StopIteration as end:
    print("next", end.value)
thrown = anext(generate(), 0)
try:
    thrown.throw(KeyError("k"))
except KeyError as error:
    print("thrown", error)
unused = anext(generate(), 0)
print(unused.close())
for call in (lambda: anext(5, 1), lambda: anext()):
    try:
        call()
    except TypeError as error:
        print(error)
