import sib
from sib import x, y as yy
print(sib.x, x, yy, sib)
import pkg.sub.mod
print(pkg.sub.mod.v, pkg.__path__ == [__import__("sys").path[0] + "/pkg"])
from pkg import other, sub
print(other.name(), sub)
from pkg.other import *
print(name())
for stmt in ("nothere", "sib.foo", "pkg.nope"):
    try: __import__(stmt)
    except ImportError as e: print(type(e).__name__, e, e.name)
try: from sib import nope
except ImportError as e: print(str(e).replace(__import__("sys").path[0], ""))
try: from pkg import nope
except ImportError as e: print(str(e).replace(__import__("sys").path[0], ""))
try: from . import zz
except ImportError as e: print(e)
import circ_a
print(sib.__name__, pkg.__package__, pkg.sub.__package__, pkg.sub.mod.__spec__.parent)
try: import bad
except SyntaxError as e: print(e.msg, e.lineno, e.offset)
import boom
