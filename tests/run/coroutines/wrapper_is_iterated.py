"""What `__await__` of a coroutine answers can be gone through like any iterator."""


class Waits:
    def __await__(self):
        yield 1
        yield 2
        return 3


async def waiting():
    return await Waits()


print([*waiting().__await__()], list(waiting().__await__()))
for each in waiting().__await__():
    print(each)
wrapper = waiting().__await__()
print(next(wrapper), next(wrapper), next(wrapper, "end"))


def delegates():
    got = yield from waiting().__await__()
    print("got", got)


print(list(delegates()))
a, b = waiting().__await__()
print(a, b, 2 in waiting().__await__(), sum(waiting().__await__()))
