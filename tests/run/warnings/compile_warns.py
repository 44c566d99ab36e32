# What the compiler warns of is written to the sys.stderr that stands there.
import sys


class Kept:
    text = ""

    def write(self, text):
        Kept.text += text

    def flush(self):
        pass


plain, sys.stderr = sys.stderr, Kept()
for source in ('"\\d"', "x = 1\ny = x is 2", "assert (1, 2)", "[1](2)", "0x1for x in ()", "'\\q' + b'\\q'"):
    try:
        compile(source, "<given>", "exec")
    except SyntaxError as error:
        print(error)
eval("'\\z'")
exec("1 is 1")
sys.stderr = plain
print(Kept.text)
