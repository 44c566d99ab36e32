class Descriptor:
    def __init__(self, answer): self.answer = answer
    def __get__(self, object, owner=None):
        return lambda *args: (print("called with", args), self.answer)[1]
class A:
    __len__ = Descriptor(7)
    __call__ = Descriptor("call")
    __iter__ = Descriptor(iter([1, 2]))
    __getattr__ = Descriptor("missing")
print(len(A()), A()(1), next(iter(A())), A().anything)
