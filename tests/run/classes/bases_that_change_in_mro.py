"""A `mro()` may look at the class that is being made, give it other bases, or take itself away."""


class Meta(type):
    def __repr__(cls):
        return cls.__name__


seen = ["X"]


class Looks(Meta):
    def mro(cls):
        found = type.mro(cls)
        print(cls, cls.__mro__, found)
        if cls.__mro__ is None and cls.__name__ not in seen:
            seen.append(cls.__name__)
            try:
                class X(cls):
                    pass
            except TypeError as error:
                print(error)
            try:
                super(cls, cls).xxx
            except AttributeError as error:
                print(error)
            print(issubclass(cls, cls), issubclass(cls, object))
            cls.__bases__ += ()
        return found


class A(metaclass=Looks):
    pass


class Other:
    pass


class Deletes(Meta):
    def mro(cls):
        del Deletes.mro
        return (Other,)


try:
    class B(metaclass=Deletes):
        pass
except TypeError as error:
    print(error)

ready = False


class Moves(Meta):
    fails = False

    def mro(cls):
        global ready
        if ready and cls.__name__ == "C":
            if C.__bases__ == (B2,):
                ready = False
            else:
                C.__bases__ = (B2,)
                if Moves.fails:
                    raise LookupError
                ready = False
        return type.mro(cls)


for Moves.fails in (False, True):
    class A(metaclass=Moves):
        pass

    class B1(A):
        pass

    class B2(A):
        pass

    class C(A):
        pass

    ready = True
    try:
        C.__bases__ = (B1,)
    except LookupError:
        print("failed")
    B1.__bases__ = (C,)
    print(C.__bases__, C.__mro__, B2.__subclasses__(), B1.__subclasses__(), B1.__bases__, C.__subclasses__())
    ready = False
