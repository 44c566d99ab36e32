async def f():
    async with a as b, c: await d
    async for x in y: yield x
    return [i async for i in z if await w] + [await v for v in u]
async def g(): await f(); return
