import sys
def hook(kind, error, tb):
    raise KeyError("in hook")
sys.excepthook = hook
1/0
