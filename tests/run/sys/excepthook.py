import sys
def hook(kind, error, tb):
    print("hooked", kind.__name__, error, tb.tb_lineno, tb.tb_next is None)
sys.excepthook = hook
def f():
    raise ValueError("x")
print(sys.__excepthook__ is not hook)
try: f()
except ValueError as e: sys.__excepthook__(type(e), e, e.__traceback__)
f()
