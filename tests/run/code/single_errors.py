for bad in ["1 +", "a b", "x = 1", "1\n2", "1;", "x=1;y=2", "if 1: pass", "if 1:\n  pass", "if 1:\n  pass\n", "if 1:\n  pass\nx", "x\n\n# c\n", "x # c\ny", "", "\n", "#c", "def f(): pass", "  1", "\n1", "class A:\n def f(self):\n   pass", "x\n  \ny=", "for i in x:\n  y\nelse:\n  z"]:
    try:
        print(repr(bad), compile(bad, "<s>", "single").co_consts)
    except SyntaxError as e:
        print(repr(bad), type(e).__name__, e, e.args, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
