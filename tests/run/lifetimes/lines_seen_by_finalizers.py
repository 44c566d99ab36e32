# Where a frame stands while an exception on its way takes what lay on its stack.
import sys
class D:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v, sys._getframe(1).f_lineno, sys._getframe(1).f_lasti % 2)
    def __iter__(self): return self
    def __next__(self): return 1
def fail(*args): raise ValueError(1)
def handled():
    try:
        for x in D('loop'):
            for y in D('inner'):
                [D('list'),
                    fail()]
    except ValueError:
        print('handled')
    finally:
        print('finally')
def passed():
    for x in D('a'):
        try:
            fail(D('argument'))
        finally:
            print('done')
def again():
    for x in D('b'):
        try:
            fail(D('argument'))
        except ValueError as e:
            print('first')
            raise
class Context:
    def __enter__(self): pass
    def __exit__(self, *what): print('leaving')
def once_more():
    for x in D('c'):
        with Context():
            fail()
def changed():
    for x in D('d'):
        try:
            fail()
        except ValueError as e:
            raise KeyError(2)
for f in handled, passed, again, once_more, changed:
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__)
class Bad:
    def __init__(self, v): self.v = v
    def __del__(self): raise RuntimeError(self.v)
    def __iter__(self): return self
    def __next__(self): return 1
def bad():
    try:
        for x in Bad('handled'):
            fail(
                Bad('argument'))
    except ValueError: pass
    for x in Bad('passed'):
        try:
            fail()
        finally:
            x = 2
try: bad()
except ValueError: print('end')
