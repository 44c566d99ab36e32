# An instruction that fails lets go of its operands before the error is seen.
class C:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v)
    def __repr__(self): return 'C'
def f():
    try:
        3 - C(1)
    except TypeError as e: print(e)
    try:
        len(C(2))
    except TypeError as e: print(e)
    try:
        ~C(3)
    except TypeError as e: print(e)
    try:
        C(4).x
    except AttributeError as e: print(e)
    try:
        {C(5): 1}[C(6)]
    except KeyError as e: print(e)
    try:
        with C(7): pass
    except TypeError as e: print(e)
    try:
        [C(8), C(9)] + C(10)
    except TypeError as e: print(e)
    try:
        f(C(11))
    except TypeError as e: print(e)
    try:
        for x in C(12): pass
    except TypeError as e: print(e)
    try:
        a, b = C(13)
    except TypeError as e: print(e)
    try:
        ', '.join(C(14))
    except TypeError as e: print(e)
f()
