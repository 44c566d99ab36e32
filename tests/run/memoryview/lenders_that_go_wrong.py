# What is said where __buffer__ gives no view, or not the one that was asked for, or raises; and __release_buffer__ too.
import sys


class Lender:
    def __init__(self, give):
        self.give = give

    def __repr__(self):
        return "<lender>"

    def __buffer__(self, flags):
        return self.give(flags)


def fail(flags):
    raise ValueError(f"nothing for {flags}")


for give in (lambda flags: b"abc", lambda flags: None, fail, lambda flags: memoryview(b"abcdef")[::2]):
    for use in (memoryview, bytes, bytearray, b"x".find, b"".join):
        try:
            print(use([Lender(give)] if use == b"".join else Lender(give)))
        except Exception as error:
            print(type(error).__name__, error)
try:
    memoryview._from_flags(Lender(lambda flags: memoryview(b"abc")), 1)
except BufferError as error:
    print(error)


class Bad(Lender):
    def __release_buffer__(self, view):
        raise KeyError("not back")


def told(unraisable):
    print("unraisable:", repr(unraisable.exc_value), unraisable.object, unraisable.err_msg)


sys.unraisablehook = told
with memoryview(Bad(lambda flags: memoryview(b"abc"))) as view:
    print(view.tolist())
print(bytes(Bad(lambda flags: memoryview(b"xyz"))))
