# `__class__` or `super` in a comprehension that stands directly in a class body. CPython 3.12.1 breaks its own
# invariant there: it raises SystemError with an address of its memory, and in some such programs it crashes.
# CPython: SystemError: _PyST_GetScope(name='__class__') failed
# opstep: SyntaxError: opstep does not compile '__class__' here
class A:
    x = [__class__ for _ in ()]
