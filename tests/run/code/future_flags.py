from __future__ import annotations
import __main__
ns = {}
exec("def f(x: undefined_name): pass", ns)
print(ns["f"].__annotations__)
code = compile("def f(x: int): pass\n", "f.py", "exec", dont_inherit=True)
print(hex(code.co_flags))
code = compile("x: int = 3\n", "f.py", "exec")
print(hex(code.co_flags))
print(hex(compile("1", "f.py", "eval", 0x20000, True).co_flags))
