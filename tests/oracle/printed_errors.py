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

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for program in PROGRAMS:
        with open("x.py", "wb") as f:
            f.write(program)
        err = subprocess.run([sys.executable, "-W", "ignore", "x.py"], capture_output=True).stderr.decode()
        print(json.dumps([program.hex(), err.replace(folder + "/", "")]))
