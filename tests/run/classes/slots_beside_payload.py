class L(list):
    __slots__ = "extra", 
items = L([1, 2])
items.extra = "more"
print(items, items.extra, items + [3])
del items.extra
print(hasattr(items, "extra"))
class E(ValueError):
    __slots__ = ("code",)
error = E("text")
error.code = 5
print(error.code, error.args)
