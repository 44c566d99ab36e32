# sys.intern gives one object for one text, and takes exact strings only.
import sys


class Text(str):
    pass


one, two = "a b" * 2, "a b"
two += "a b"
print(one is two, sys.intern(one) is sys.intern(two), sys.intern("x") is sys.intern("x"))
for value in (5, Text("x"), b"x", None):
    try:
        print(sys.intern(value))
    except TypeError as error:
        print(error)
