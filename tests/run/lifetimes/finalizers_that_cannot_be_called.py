# The report of a finalizer that cannot be called says where the program stood.
class A:
    def __del__(self, x): pass
class B:
    __del__ = 5
def f():
    A()
    B()
    print('here')
f()
a = A()
b = B()
class G:
    def __del__(self):
        yield 1
G()
g = G()
