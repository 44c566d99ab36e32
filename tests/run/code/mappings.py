class M(dict):
    def __missing__(self, key):
        print("missing", key)
        if key == "print": raise KeyError(key)
        return key * 2
exec("print(q); z = 3; del z", {}, M())
class Map:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print("get", k); return self.d[k]
    def __setitem__(self, k, v): print("set", k, v); self.d[k] = v
    def __delitem__(self, k): print("del", k); del self.d[k]
m = Map()
exec("a = 1\nb = a + 1\ndel a\nfor i in range(2): pass\nclass C: t: int = 3\nc: int = 3", {"range": range}, m)
try:
    exec("del nope", {}, m)
except NameError as e:
    print(e)
