x = 1 + \
    2
if x and \
   x:
    y = [
        1,  # one

        2,
    ]
assert x, \
    y
from a import (b,
    c as d,)
