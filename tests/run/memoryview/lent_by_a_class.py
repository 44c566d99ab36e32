# A class with __buffer__ and __release_buffer__: a view is asked for, and given back when its last user has gone.
class Lender:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        print("  asked with", flags)
        self.view = memoryview(self.data)
        return self.view

    def __release_buffer__(self, view):
        print("  given back", view is self.view, view.tolist())
        view.release()


lender = Lender(bytearray(b"hello"))
view = memoryview(lender)
print(type(view.obj).__name__, view.readonly, view[0], view.tolist())
view[0] = 72
try:
    lender.view.release()
except BufferError as error:
    print(error)
try:
    lender.data.append(1)
except BufferError as error:
    print(error)
other = memoryview(view)
part = view[1:3]
view.release()
print("one gone")
part = None
print("two gone")
other.release()
print("all gone", lender.data)
lender.data.append(33)
with memoryview(lender) as view:
    print(bytes(view))
print("left")
view = memoryview(lender)
view = None
print("dead")
print(memoryview._from_flags(lender, 9).tolist())
print(lender.__buffer__(0).tolist())
