class I:
    def __index__(self): return True
print([1,2,3][I()])
class N:
    def __int__(self): return True
print(int(N()))
class F(float): pass
class H:
    def __float__(self): return F(2.0)
print(float(H()))
class T:
    def __trunc__(self): return 5
print(int(T()))
