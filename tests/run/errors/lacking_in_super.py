# What `super()` lacks is said of the super object, and it suggests what its object has of its own.
class Base:
    shade = 1

class Derived(Base):
    def __init__(self):
        self.colour = 2

    def read(self):
        return super().colours

    def call(self):
        return super(Derived, self).shades()

    @classmethod
    def of_class(cls):
        return super().shades

made = Derived()
for function in (made.read, made.call, made.of_class):
    try:
        function()
    except AttributeError as error:
        print(error, error.name, type(error.obj), error.obj.__thisclass__, error.obj.__self__ is made)
made.read()
