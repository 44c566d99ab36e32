class B(bytes):
    def __bytes__(self): print('bytes'); return b'own'
class S(str):
    def __bytes__(self): return b'text'
class I(int):
    def __bytes__(self): return b'int'
    def __index__(self): return 9
class A(bytearray):
    def __bytes__(self): return b'array'
class P(bytes): pass
for v in (B(b'x'), S('x'), I(2), A(b'q'), P(b'p')):
    print(bytes(v), bytearray(v) if not isinstance(v, str) else None, type(bytes(v)).__name__, b'%b' % v if not isinstance(v, (str, int)) else None)
try: bytes(S('x'), errors='strict')
except TypeError as e: print(e)
try: bytes(B(b'x'), 'utf-8')
except TypeError as e: print(e)
print(bytes(S('x'), 'utf-8'), P(B(b'x')), type(P(b'1')).__name__)
class N:
    def __bytes__(self): return 'no'
try: bytes(N())
except TypeError as e: print(e)
for start in ('a', 1.5, None):
    try: enumerate(5, start)
    except TypeError as e: print(e)
class Array(bytearray): pass
print(Array(b'x'), [Array()], repr(bytearray(Array(b'y'))))
