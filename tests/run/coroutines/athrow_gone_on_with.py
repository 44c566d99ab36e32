# What athrow() gives can be gone on with once the generator has yielded.
class Aw:
    def __init__(self, n): self.n = n
    def __await__(self):
        try: got = yield self.n
        except BaseException as e: print('await', self.n, type(e).__name__); raise
        return got
async def ag(late):
    try: yield await Aw(1)
    except ValueError as e:
        if late == 'at once': raise KeyError('at once')
        await Aw('except')
        if late == 'raises': raise KeyError('late')
        if late == 'returns': return
        yield 'after'
        yield 'more'
    print('behind')
    yield 'last'
def step(c, how='send', arg=None):
    try: print('wants', getattr(c, how)(arg))
    except BaseException as e: print(type(e).__name__, e.args)
for late in 'yields', 'at once', 'raises', 'returns':
    print('==', late)
    a = ag(late)
    s = a.asend(None); step(s); step(s, arg='x')
    c = a.athrow(ValueError('v'))
    for n in range(6): step(c)
    print(a.ag_running)
    step(a.asend(None))
    step(a.aclose())
    c = a.athrow(IndexError); step(c); step(c); step(c, 'throw', KeyError('again'))
for late in 'yields', 'raises':
    a = ag(late)
    s = a.asend(None); step(s); step(s, arg='x')
    c = a.athrow(ValueError('v')); step(c); step(c, 'throw', ValueError('w')); step(c); step(c)
    c = a.athrow(OSError('o')); step(c); step(c)
