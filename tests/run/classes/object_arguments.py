class Plain: pass
class New:
    def __new__(cls, *args): return object.__new__(cls)
class Init:
    def __init__(self, *args): pass
class Both(New):
    def __init__(self, *args): object.__init__(self, *args)
for make in (lambda: Plain(1), lambda: New(1), lambda: Init(1), lambda: Both(1), lambda: object(1),
             lambda: Plain().__init__(1), lambda: object.__new__(int), lambda: object.__new__(Init, 1),
             lambda: object.__new__(5), lambda: object.__new__()):
    try:
        print(type(make()).__name__)
    except TypeError as error:
        print(error)
