"""A standard stream can be closed, by `with` too; then it refuses all but to say so."""
import sys

for method, args in (("tell", ()), ("seek", (0,)), ("seek", (0, 2)), ("truncate", ()), ("truncate", (3,))):
    try:
        print(method, getattr(sys.stdin, method)(*args))
    except OSError as error:
        print(method, type(error).__name__, error)
for wrong in ("x", 1.5):
    for method in (sys.stdin.read, sys.stdin.readline):
        try:
            method(wrong)
        except TypeError as error:
            print(error)
try:
    sys.stdin.readline(None)
except TypeError as error:
    print(error)
print(repr(sys.stdin.readline(3)), repr(sys.stdin.read(2)), repr(sys.stdin.read(None)))
print(sys.stdin.closed, sys.stdin.buffer.closed)
with sys.stdin as stream:
    print(stream is sys.stdin)
sys.stderr.close()
sys.stderr.close()
print(sys.stdin.closed, sys.stdin.buffer.closed, sys.stderr)
for method, args in (
    ("isatty", ()), ("fileno", ()), ("readable", ()), ("writable", ()), ("seekable", ()), ("flush", ()),
    ("write", ("x",)), ("tell", ()), ("seek", (0,)), ("read", ()), ("writelines", ([],)), ("readlines", ()),
    ("readline", ()), ("__next__", ()), ("__iter__", ()), ("__enter__", ()), ("truncate", ()),
):
    for stream in (sys.stdin, sys.stderr):
        try:
            print(method, getattr(stream, method)(*args))
        except ValueError as error:
            print(method, error)
for use in (lambda: print("x", file=sys.stderr), input):
    try:
        use()
    except ValueError as error:
        print(error)
