class A:
    class B:
        def method(self):
            pass


print(A.B.__qualname__, A.B.method.__qualname__, A.B, "__qualname__" in A.__dict__)
A.B.__qualname__ = "Other.Place"
A.B.__name__ = "Renamed"
print(A.B, A.B.__name__, A.B.__qualname__)
for name, value in (("__qualname__", 1), ("__name__", None)):
    try:
        setattr(A, name, value)
    except TypeError as error:
        print(error)
try:
    int.__name__ = "x"
except TypeError as error:
    print(error)
print(int.__module__, type.__module__, type.__qualname__, hasattr(1, "__module__"), hasattr(1, "__dict__"), hasattr(A(), "__weakref__"))
