class A(OSError):
    def __init__(self, *a): print(self.args, repr(self)); super().__init__(*a); print(self.args, self.errno)
A(1, 'x'); A('b')
class B(OSError):
    def __init__(self, *a): pass
try: raise B(2, 'no')
except B as e: print(e.args, e, repr(e), e.errno)
class C(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): print(self.args, self.errno, type(self))
C(2, 'gone')
class D(FileNotFoundError):
    def __init__(self, x): print(self.args); super().__init__(2, x)
print(repr(D('q')), D('q').strerror)
