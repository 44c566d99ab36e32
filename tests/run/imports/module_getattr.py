import lazy
print(lazy.there, lazy.made)
from lazy import other
print(other, hasattr(lazy, "nothing"))
try:
    lazy.nothing
except AttributeError as error:
    print(error)
