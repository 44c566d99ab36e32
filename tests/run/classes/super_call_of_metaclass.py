# A metaclass's `__call__` hands all arguments on to that of `type`.
class Meta(type):
    def __call__(cls, *args, **names):
        print("call", args, names)
        return super().__call__(*args, **names)


class Made(metaclass=Meta):
    def __init__(self, *args, **names):
        print("init", args, names)


class Plain:
    def __init__(self, *args, **names):
        print("plain", args, names)


Made()
Made(1, two=2)
type.__call__(Plain, *[1], **{"a": 2})
type.__call__(Plain)
