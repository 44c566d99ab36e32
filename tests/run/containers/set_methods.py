# Every method of set and frozenset, on sets and on anything else that can be iterated.
for kind in (set, frozenset):
    a, b = kind([1, 2, 3]), kind([3, 4])
    print(a.union(b, [9]), a.intersection(b, (3, 1)), a.difference(b, {1}), a.symmetric_difference(b), a.copy(), a.copy() is a)
    print(a.isdisjoint(b), a.isdisjoint([7]), a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.union(), a.intersection(), a.difference())
    print(a & b, a | b, a - b, a ^ b, a.__and__(b), a.__or__(b), a.__sub__(b), a.__xor__(b), a.__and__([1]))
    print(a.__rand__(b), a.__ror__(b), a.__rsub__(b), a.__rxor__(b), a.__rand__([1]), a.__len__(), a.__contains__(2))
    print(a < b, a <= a, a == {3, 2, 1}, a != b, a > kind([1]), a >= b, sorted(a.__iter__()), repr(a), a.__repr__())
    print(a.__reduce__()[0] is kind, a.__reduce__()[1:], a.__class_getitem__(int), kind().__repr__(), a.__sizeof__())
    for call in (lambda: a.union(5), lambda: a & [1], lambda: a.issubset(5), lambda: a < [1], lambda: kind([[]]),
                 lambda: kind(1, 2), lambda: a.__contains__([]), lambda: a.isdisjoint(), lambda: a.symmetric_difference(1, 2)):
        try:
            print(call())
        except TypeError as error:
            print(error)
print(frozenset({1, 2}).__hash__() == hash(frozenset([2, 1])), set.__hash__, {1} in {frozenset({1})}, {frozenset({1})} == {frozenset([1])})
