# Nested containers are written, compared and looked through up to a limit.
def nested(wrap, inner, depth):
    for _ in range(depth):
        inner = wrap(inner)
    return inner


def told(action):
    try:
        answer = action()
        return len(answer) if isinstance(answer, str) else answer
    except RecursionError as error:
        return str(error)


for depth in 1400, 1600:
    print(told(lambda: repr(nested(lambda x: [x], [], depth))))
    print(told(lambda: repr(nested(lambda x: (x,), (), depth))))
    print(told(lambda: repr(nested(lambda x: {1: x}, {}, depth))))
    print(told(lambda: repr(nested(ValueError, 1, depth))))
    print(told(lambda: nested(lambda x: [x], [], depth) == nested(lambda x: [x], [], depth)))
    print(told(lambda: nested(lambda x: (x,), (), depth) < nested(lambda x: (x,), (), depth)))
    print(told(lambda: nested(lambda x: {1: x}, {}, depth) == nested(lambda x: {1: x}, {}, depth)))
    print(told(lambda: isinstance("", nested(lambda x: (x,), int, depth))))
    print(told(lambda: issubclass(str, nested(lambda x: (x,), int, depth))))


# What calls itself without a frame of Python ends too.
class Circle:
    pass


Circle.__repr__ = Circle.__str__
Circle.__call__ = Circle()
for action in (lambda: repr(Circle()), lambda: str(Circle()), lambda: Circle()()):
    try:
        action()
    except RecursionError as error:
        print(type(error).__name__)
