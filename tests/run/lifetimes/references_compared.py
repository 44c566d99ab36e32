# Two weak references are equal if what they refer to is, which is asked even of one reference and itself.
from _weakref import ref


class Asked:
    def __eq__(self, other):
        print("asked", self is other)
        return self is not other

    __hash__ = None


one, two = Asked(), Asked()
a, b = ref(one), ref(two)
print(a == b, a != b, a == a, a in [a])
del two
print(a == b, b == b, a == one)
