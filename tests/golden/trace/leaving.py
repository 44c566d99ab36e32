# Where exceptions come from that leave a context, an object that is called, or a native function.
class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise ValueError('leave')
    def __call__(self): raise ValueError('called')
def plain():
    with C(): pass
def failing():
    with C(): raise TypeError
def called():
    try: raise TypeError
    except TypeError: C()()
def native():
    try: raise TypeError
    except TypeError: list(map(C(), [1]))
def function():
    try: raise TypeError
    except TypeError: C.__call__(1)
for f in plain, failing, called, native, function:
    try: f()
    except Exception: pass
