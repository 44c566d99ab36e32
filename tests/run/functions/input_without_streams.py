"""`input` needs the three standard streams, flushes two of them and minds what `readline` gives."""
import sys

kept = sys.stdin, sys.stdout, sys.stderr


class Stream:
    def __init__(self, line):
        self.line = line

    def write(self, text):
        kept[1].write(f"[{text}]\n")

    def __getattr__(self, name):
        kept[1].write(f"asked for {name}\n")
        if name == "readline":
            return lambda: self.line
        raise AttributeError(name)


for name in ("stdin", "stdout", "stderr"):
    for lose in (lambda: delattr(sys, name), lambda: setattr(sys, name, None)):
        lose()
        try:
            input("prompt")
        except RuntimeError as error:
            text = str(error)
        sys.stdin, sys.stdout, sys.stderr = kept
        print(text)
for line in ("text\n", "rest", "", 3):
    sys.stdin = sys.stdout = sys.stderr = Stream(line)
    try:
        answer = input(12)
    except (EOFError, TypeError) as error:
        answer = error
    sys.stdin, sys.stdout, sys.stderr = kept
    print(repr(answer))
