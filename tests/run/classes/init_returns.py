class A:
    def __new__(cls): return super().__new__(cls)
    def __init__(self): return 5
try:
    A()
except TypeError as error:
    print(error)
class B(int):
    def __init__(self, value): print("init", value)
print(B(5) + 1)
class C:
    def __new__(cls, value): return value
    def __init__(self, value): print("never")
print(C(5))
