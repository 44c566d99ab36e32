# A bytearray's subclass is told of the views that go, and may pass its bytes on by super().
class Told(bytearray):
    def __release_buffer__(self, view):
        print("told", view.tolist())
        super().__release_buffer__(view)


class Asked(Told):
    def __buffer__(self, flags):
        print("asked", flags)
        return super().__buffer__(flags)


for kind in (Told, Asked):
    array = kind(b"xyz")
    view = memoryview(array)
    print(view.tolist(), type(view.obj) is kind)
    view.release()
    array.append(1)
    with memoryview(array) as view:
        try:
            array.append(2)
        except BufferError as error:
            print(error)
    print(array.__buffer__(0).obj is array)
