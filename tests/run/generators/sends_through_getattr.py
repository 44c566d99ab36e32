class Relay:
    def __iter__(self): return self
    def __next__(self): return "next"
    def __getattr__(self, name):
        print("asked for", name)
        return lambda *args: (name, args)
def outer():
    yield from Relay()
g = outer()
print(next(g), g.send(5))
