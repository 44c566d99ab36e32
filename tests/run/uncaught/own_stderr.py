# What ends the program is written to the sys.stderr that stands there then.
import sys


class Loud:
    def write(self, text):
        sys.stdout.write(text)

    def flush(self):
        pass


sys.stderr = Loud()
1 / 0
