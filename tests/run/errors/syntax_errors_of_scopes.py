for text in ("def f():\n  x = 1\n  global x", "def f(a, a): pass", "return 1", "def f():\n nonlocal x", "nonlocal x", "class A:\n  yield 1", "x = (yield)", "def f(x):\n global x", "[i := 1 for i in x]", "def f[T, T](): pass", "import *", "def f():\n from x import *", "break", "await x", "*a", "x: int = 1\nglobal x", "def f(__debug__): pass", "__debug__ = 1", "from __future__ import nope", "a = 1\nfrom __future__ import division", "def f():\n  class T: nonlocal q", "print(", "'abc", "1 = x", "class A[T]: \n  x: (yield)"):
    for mode in ("exec",):
        try: compile(text, "<f>", mode); print('fine')
        except SyntaxError as e: print(repr(text), e.args, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, e.filename, e)
    try: exec(text)
    except SyntaxError as e: print(e.args, e.print_file_and_line)
    except Exception as e: print(type(e))
