# What sys.displayhook shows, keeps in _, and what it is asked of by compiled single statements.
import builtins
import sys

sys.displayhook(5)
print(builtins._)
sys.displayhook(None)
print(builtins._)
sys.displayhook("text")
print(_)
exec(compile("1 + 1\n", "s", "single"))
print(_)
sys.displayhook = lambda value: print("own", value)
exec(compile("'shown'", "s", "single"))
print(_, sys.__displayhook__ is not sys.displayhook)
sys.__displayhook__([_])
del sys.displayhook
try:
    exec(compile("5", "s", "single"))
except RuntimeError as error:
    print(error)
