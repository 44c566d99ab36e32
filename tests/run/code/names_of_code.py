code = compile(b"# coding: latin-1\nx = '\xe9'\ndef f():\n    return x\n", b"dir/name.py", "exec")
print(code, code.co_filename, code.co_name, code.co_qualname, code.co_names)
ns = {}
exec(code, ns)
print(ns["f"](), ns["f"].__code__.co_filename)
print(eval(bytearray(b" \t 1 + 1")), eval(b"'\xc3\xa9'"))
class Path:
    def __fspath__(self):
        return "from/path.py"
print(compile("1", Path(), "eval").co_filename)
print(eval(compile("[x for x in range(3)]", "a", "eval")))
print(eval("(lambda a, *b: (a, b))(1, 2, 3)"))
print(eval("__name__"), eval("__name__", {"__name__": "other"}))
print([eval("i * i") for i in range(4)])
print(list(map(eval, ["1 + 1", "'a' * 3"])))
