"""Run wrong programs as files and print what comes out, one JSON line each: [file's bytes in hexadecimal, stderr].

    python3.12 tests/oracle/printed_errors.py > tests/golden/syntax/printed.jsonl

The file is called x.py, and that is what stderr says.
"""
import json
import os
import subprocess
import sys
import tempfile

PROGRAMS = ["x = (1,\ny = 2\n", "if x\n    y\n", "if x:\ny\n", "\tf(a b)\n", "  x = 'abc\n", "while 1:\n    x = 'abc\n", "while 1:\n\tf(a b)\n",
            "é = f(a b)\n", "# coding: utf-8\né = f(a b)\n", "f(a\n  b)\n", "x = '''abc\ndef\n", "x = 1 +", "x = 1 +\n", "def f(:\n  pass\n", "x = )\n",
            "(x\n", "f(**a, *b)\n", "f(a=1, b)\n", "1 = x\n", "f() = 1\nx = 2\n", "del f()\n", "for 1 in x: pass\n", "x = 5a\n", "x = 0777\n",
            "x = €\n", "'é' €\n", "if x:\n    a\n  b\n", "if x:\n        a\n\tb\n", "else:\n  pass\n", "a b\n", "print 'x'\n", "f'{a b}'\n", "f'{'\n",
            "f'{a'\n", "f'}'\n", "'\\x1'\n", "b'é'\n", "'\\N{nope}'\n", "x = [1, 2\ny = 3\nz = 4\n", "x \\ y\n", "class C\n  pass\n", "try:\n  x\ny\n",
            "import a.b from c\n", "from a import b,\n", "x = (yield) = 1\n", "{1:2, 3}\n", "{1: *a}\n", "[x for x in y z]\n", "lambda *: 1\n", "def f(a=1, b): pass\n",
            "def f(*): pass\n", "x if y\n", "match x:\n  case 1\n    pass\n", "x = (  # comment\n    1 2\n)\n", "\f  f(a b)\n", "x = 1;; y\n", "$\n", "?\n", "é$\n"]
PROGRAMS = [p.encode() for p in PROGRAMS] + [b"# coding: latin-1\n\xe9 = f(a b)\n", b"x = f(a b)\r\n",
                                                  b"# coding: nope\n", b"# coding: ascii\n'\xe9'\n", b"# coding: cp1252\n'\x81'\n", b"x = '\xe9'\n", b"x\n# \xe2\x82\n",
                                                  b"# coding: utf-8\nx = '\xe9'\n", b"\xef\xbb\xbf# coding: latin-1\n", b"x\nif\0 x\n", b"\0", b"\xff\xfe", b"x = (\r\n1 2)\r\n"]

# What a file has that a text has not: its end, lines that cannot be read, marks, long lines; and the later stages.
PROGRAMS += [
    b"class A():\n", b"if x:\n\n\n", b"def f():\n\npass\n\n", b"try:\n    x\n", b"for x in y:\n    z\nelse:\n", b"if x:\n    y\nelif z:\n  # comment",
    b"x = [1,\n", b"x = (1,\n  2\n\n", b"x = 1 + \\", b"x = 1 + \\\n", b"x = 1 \\ y\n", b"while 1:\n    def f(a,\n          b\n", b"@d\n", b"async\n",
    b"\xef\xbb\xbfx = f(a b)\n", b"\xef\xbb\xbf\xc3\xa9 = f(a b)\n", b"\xef\xbb\xbfx = 'abc\n", b"\xef\xbb\xbf# coding: utf-8\nx = )\n", b"\xef\xbb\xbfx = '\xe9'\n",
    b"# \xe9\n# coding: latin-1\nx = )\n", b"#\n# coding: latin-1\n\xe9 = )\n", b"# coding: cp1252\nx = '\x80' )\n", b"# coding: ascii\nx = 1\n# \x80\n",
    b"x = 'abc\n\xe9\n", b"x = )\n\xe9\n", b"x y\n\xe9\n", b"if x:\n\xe9\n", b"if x:\n    y\n  \xe9\n", b"'''\n\xe9\n'''\n", b"f'''\n\xe9\n'''\n", b"def f():\n    x\n\xe9 = 1\n",
    b"x = 'abc\n\0\n", b"x = )\n\0\n", b"if x:\n\0\n", b"with x:\n    \0y\n", b"'''\n\0'''\n", b"x\0 = 1\n", b"x = 1 # \0\n", b"\0\xe9\n",
    b"x = f(" + b"a, " * 400 + b"a b)\n", b"x = f(" + b"a, " * 330 + b"a b, c)\n", "x = f({}'é' b)\n".format("'é', " * 300).encode(),
    b"x = (" + b"\n" * 20 + b"1 2)\n", b"\t\tx = f(a b)\n", b"if x:\n\t \tx = f(a b)\n", b"if x:\n\ty\n        z\n", b"if x:\n        y\n\tz\n", b"\f\tx = f(a b)\n", b"x = 1\f f(a b)\n",
    "x = '漢字', f(漢 字)\n".encode(), "x = '👍🏽' f(a)\n".encode(), "ﬁ = f(a b)\n".encode(), "x = 1\u00a0+ 2\n".encode(), "x = “a”\n".encode(), "\u200bx = 1\n".encode(), "𝔘 = 1 2\n".encode(),
    b"x = 1\r\ny = f(a b)\r\n", b"x = 1\ry = f(a b)\r", b"x = '''a\r\nb\r\n", b"if x:\r\ny\r\n", b"x = 1 \\\r\n+ )\r\n",
    b"{a: 1, b c: 2}\n", b"{a: 1, b if c: 2}\n", b"{a: 1, b}\n", b"{a b: 1}\n", b"def f(a=1, b,\n      c=2): pass\n", b"def f(a, *, b=1,\n      **c, d): pass\n",
    b"match x:\n    case f'a': pass\n", b"f'{x!z}'\n", b"f'{x:{y:{z:{w:1}}}}'\n", b"f'{\"\\N{x}\"=}'\n", b"f'{\"\\x1\"=}'\n", b"f'{x:\\x1}'\n", b"'\\N{CJK UNIFIED IDEOGRAPH-2EBF0}'\n", b"'\\N{hangul syllable ga}'\n",
    b"return\n", b"def f():\n    x\n    global x\n", b"class A:\n    return\n", b"[(yield) for x in y]\n", b"nonlocal x\n", b"from __future__ import nope\n", b"from __future__ import braces\n", b"x = 1\nfrom __future__ import annotations\n",
    b"def f(x, x): pass\n", b"break\n", b"while 1:\n    def f():\n        continue\n", b"*a\n", b"*a, *b = c\n", b"await x\n", b"def f():\n    async for x in y: pass\n", b"f(**a, *b)\n", b"try: pass\nexcept: pass\nexcept A: pass\n",
    b"try: pass\nexcept* A:\n    return\n", b"class A[T]: x = (yield)\n", b"type X = (yield)\n", b"def f[T, T](): pass\n", b"__debug__ = 1\n", b"def f(__debug__): pass\n", b"(x for x in y) = 1\n", b"x: int: str\n", b"(a, b): int\n",
    b"match x:\n    case _: pass\n    case 1: pass\n", b"match x:\n    case a | b: pass\n", b"match x:\n    case {1: a, 1: b}: pass\n", b"match x:\n    case A(b=1, b=2): pass\n", b"match x:\n    case [*a, *b]: pass\n",
]

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for program in PROGRAMS:
        with open("x.py", "wb") as f:
            f.write(program)
        err = subprocess.run([sys.executable, "-W", "ignore", "x.py"], capture_output=True).stderr.decode()
        print(json.dumps([program.hex(), err.replace(folder + "/", "")]))
