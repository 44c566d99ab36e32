"""Where the builtins of a namespace are no plain dict, they are asked as any mapping is."""


class Raising(dict):
    def __getitem__(self, key):
        raise LookupError(key)


class Making(dict):
    def __missing__(self, key):
        return f"made for {key}" if key.islower() else dict.__getitem__(self, key)


class Mapping:
    def __getitem__(self, key):
        if key in ("print", "len"):
            return {"print": print, "len": len}[key]
        raise KeyError(key)


def run(text, names):
    try:
        exec(text, names)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", "-"))


run("name", Raising(name=1))
run("name", {"__builtins__": Raising(name=1)})
run("print(1)", {"__builtins__": {}})
run("print(1)", {"__builtins__": 123})
run("print(len('abc'))", {"__builtins__": Mapping()})
run("def f():\n    print(len('abcd'))\nf()", {"__builtins__": Mapping()})
run("def f():\n    other\nf()", {"__builtins__": Mapping()})
run("class A: pass", {"__builtins__": {}})
run("class A: pass", {"__builtins__": Mapping()})
run("class A: pass", {"__builtins__": Raising()})
run("class A:\n    x = y\n    def f(self): return z\nprint(A.x, A().f())",
    {"__builtins__": Making(print=print, __build_class__=__build_class__, __name__="m")})
run("print(x)", Making(x=1, __builtins__=__builtins__))
run("def f(): return nothing\nprint(f())", Making(x=1, __builtins__={"print": print}))
