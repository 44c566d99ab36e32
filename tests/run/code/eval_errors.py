for bad in ["1 +", "a b", "x = 1", "1\n2", "1;", "*a, b", "yield 1", "(yield)", "f(", "'abc", "", "\n", "  1", "lambda: 1", "*a"]:
    try:
        print(repr(bad), compile(bad, "<s>", "eval").co_consts)
    except SyntaxError as e:
        print(repr(bad), type(e).__name__, e, e.args, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
