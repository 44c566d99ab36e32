# breakpoint() asks whatever sys.breakpointhook is.
import sys


def hook(*args, **names):
    print("here", args, names)
    return 5


sys.breakpointhook = hook
print(breakpoint.__name__, breakpoint(), breakpoint(1, two=2))
