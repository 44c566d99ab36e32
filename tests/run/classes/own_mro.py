class Other:
    def hello(self):
        return "hello"
extra = (Other,)
class Meta(type):
    def mro(cls):
        return [cls, *extra, object]
class C(metaclass=Meta): pass
print(C.__mro__, C().hello())
for extra in [(5,), (int,)]:
    try:
        Meta("D", (), {})
    except TypeError as error:
        print(error)
