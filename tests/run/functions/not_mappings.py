def f(**names): return names
for call in (lambda: {**[]}, lambda: f(**[]), lambda: {**1}, lambda: f(**1)):
    try:
        call()
    except TypeError as error:
        print(error)
class M:
    def keys(self): return ["a"]
    def __getitem__(self, key): return key * 2
print({**M()}, f(**M()))
