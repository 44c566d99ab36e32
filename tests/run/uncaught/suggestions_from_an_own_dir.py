class A:
    def __dir__(self): print('asked'); return ['z', 'zzz', 'a']
class B(Exception):
    def __str__(self): return 'own'
class C(AttributeError):
    def __str__(self): return 'mine'
class E:
    def __dir__(self): raise ValueError
class F:
    def __dir__(self): return ['spam', 3]
try: A().zz
except AttributeError as e: print(e, e.name, type(e.obj))
try:
    try:
        try:
            try: E().spa
            except AttributeError: raise C('x', name='zz', obj=A())
        except C: F().spa
    except AttributeError: raise B
except B:
    A().zz
