"""The hash of a NaN is that of the object: one NaN is found where it was put, another is not."""
nan = float("nan")


class F(float):
    pass


own = F("nan")
print(hash(nan) == hash(nan), hash(nan) == object.__hash__(nan), hash(own) == object.__hash__(own))
both = complex(nan, 1)
print(hash(both) == hash(both))
print(nan in {nan}, {nan: 1}[nan], own in {own}, F("nan") in {own}, both in {both})
print(hash((nan, 1)) == hash((nan, 1)), len({nan, nan, own, own}))
print({nan: 1} == {nan: 1}, {nan} == {nan}, hash(float("inf")), hash(-float("inf")))
