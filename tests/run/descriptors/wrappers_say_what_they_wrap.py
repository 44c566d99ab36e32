def f(x: int): "text"
for wrap in (staticmethod, classmethod):
    wrapper = wrap(f)
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__annotations__, wrapper.__wrapped__ is f)
    wrapper.extra = 1
    print(sorted(wrapper.__dict__))
class A:
    both = classmethod(property(lambda cls: cls.__name__))
print(A.both)
