from . import sub
def name(): return __name__
