# Operators of bool, dict and sequences that are asked from the right, by name.
print(True.__ror__(False), True.__rxor__(True), True.__rand__(2), {"a": 1}.__ror__({"b": 2}), {}.__ror__([]), (1, 2).__rmul__(2), (1,).__add__((2,)))
print([1].__rmul__(2), "a".__rmul__(2), b"a".__rmul__(2), bytearray(b"a").__rmul__(2), "x".__rmod__("%s!"), b"x".__rmod__(b"%s!"), frozenset({1}).__ror__({2}))
print({1, 2}.__rsub__({2, 3}), {1}.__rxor__({2}), frozenset({1}).__rand__({1, 2}), {1: 1}.keys().__rsub__({1, 2}), {1: 1}.items().__ror__(set()))
