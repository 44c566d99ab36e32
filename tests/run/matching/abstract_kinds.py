class Looks:
    __abc_tpflags__ = 1 << 5
    def __len__(self): return 2
    def __getitem__(self, at): return (10, 20)[at]
class Maps:
    def __init__(self): self.asked = []
    def keys(self): return ["a"]
    def get(self, key, default=None): return {"a": 1}.get(key, default)
for value in (Looks(), Maps(), [1, 2], {"a": 5}, "ab"):
    match value:
        case [x, y]: print("sequence", x, y)
        case {"a": x}: print("mapping", x)
        case _: print("neither", type(value).__name__)
