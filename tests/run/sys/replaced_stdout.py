import sys
class Out:
    def write(self, s): sys.__stdout__.write("[" + s + "]")
    def flush(self): pass
old = sys.stdout
sys.stdout = Out()
print("hello", 1)
sys.stdout = old
print("\nback", file=sys.stderr)
