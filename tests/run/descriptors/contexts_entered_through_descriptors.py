class D:
    def __init__(self, n): self.n = n
    def __get__(self, o, t):
        print('get', self.n, o is None, t.__name__); return lambda *a: print('call', self.n, len(a)) or self.n
class C:
    __enter__ = D('in')
    __exit__ = D('out')
with C() as x: print(x)
try:
    with C(): 1 / 0
except ZeroDivisionError: print('not kept')
class S:
    @staticmethod
    def __enter__(): print('static in'); return 1
    @classmethod
    def __exit__(cls, *a): print(cls, len(a)); return True
with S() as y: print(y); 1 / 0
class B:
    def __enter__(self): print('enter'); return self
    @property
    def __exit__(self): print('property'); raise KeyError('exit')
try:
    with B(): print('inside')
except KeyError as e: print(repr(e))
class N:
    __enter__ = None
    def __exit__(self, *a): pass
try:
    with N(): pass
except TypeError as e: print(e)
class A:
    __aenter__ = D('ain')
    async def __aexit__(self, *a): print('aout')
async def main():
    async with A(): print('body')
try: main().send(None)
except StopIteration: pass
except TypeError as e: print(e)
