"""What a class method holds is bound in its own way, with the class for both object and owner."""


class Says:
    def __get__(self, instance, owner=None):
        return instance, owner

    def __call__(self):
        return "called"


class A:
    @classmethod
    @classmethod
    def twice(cls):
        return cls

    @classmethod
    @staticmethod
    def plain(*args):
        return args

    says = classmethod(Says())

    @classmethod
    @property
    def name(cls):
        return cls.__name__


class B(A):
    pass


print(A.twice(), A().twice(), B.twice(), A.plain(1), B().plain(), A.says, B().says, B.name)
