class A:
    def f(self, *more): return self, more
Method = type(A().f)
print(Method(len, "abc")(), Method(A.f, 3)(4), Method(A.f, 3).__self__, Method(A.f, 3).__func__ is A.f)
for args in [(1, 2), (len, None)]:
    try:
        Method(*args)
    except TypeError as error:
        print(error)
Module = type(__builtins__)
module = Module("name", "text")
print(module, module.__doc__, module.__spec__, sorted(vars(module)))
class Mine(Module):
    def __init__(self, name):
        super().__init__(name)
        self.extra = 1
print(Mine("m").extra, Mine("m").__name__)
try:
    Module(5)
except TypeError as error:
    print(error)
