class D:
    def __set_name__(self, owner, name):
        raise ZeroDivisionError("no")
try:
    class C:
        attribute = D()
except ZeroDivisionError as error:
    print(error, error.__notes__)
class E:
    def __set_name__(self, owner, name):
        print(owner.__name__, name)
type("Made", (), {"a": E(), "b": E(), "c": 1})
