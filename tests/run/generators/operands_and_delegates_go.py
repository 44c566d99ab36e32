# What a generator delegated to goes as soon as its own close() has failed, what was sent or thrown when the call is over.
def g98(n=3):
    try:
        for i in range(n): got = yield i; print('got', got)
    except GeneratorExit: yield 'ignored'
    finally: yield 'in finally'
    return 'end'
def outer98():
    try:
        result = yield from g98(1)
    except KeyError as e: yield ('outer', e.args)
    finally: print('outer done')
g = outer98()
print(g.send(None))
try: print(g.throw(GeneratorExit))
except Exception as error: print(type(error).__name__, error)
def second(n=3):
    try:
        yield {(yield 1): (yield 2)}
    finally: yield 'in finally'
    return 'end'
def other():
    try:
        result = yield from second()
    except KeyError as e: yield ('outer', e.args)
    finally: print('outer done')
g = other()
print(next(g))
print(g.send(3))
try: print(g.close())
except Exception as error: print(type(error).__name__, error)
def third(n=3):
    try:
        yield from [1, 2]
        yield 'last'
    except ValueError as e: return 'v'
    finally: yield 'in finally'
    return 'end'
def last():
    try:
        result = yield from (x for x in third())
        return result
    except RuntimeError as e: print(e); return 'r'
    finally: print('outer done')
g = last()
print(next(g))
print(g.send(None))
try: print(g.throw(StopIteration(3)))
except Exception as error: print(type(error).__name__, error)
class Sent:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v)
def takes():
    print('took', (yield 1).v)
    print('then')
    print('took', (yield 2).v)
    print('last')
g = takes()
next(g)
print(g.send(Sent('a')))
print('kept')
try: g.send(Sent('c'))
except StopIteration: print('stopped')
class Thrown(Exception):
    def __del__(self): print('gone', self.args)
def catches():
    try: yield 1
    except Thrown as e: print('caught', e.args)
    print('behind')
    yield 2
g = catches()
next(g)
print(g.throw(Thrown('d')))
print('end')
