for base in (list, tuple, float, int, str, set, frozenset, dict, bytes, bytearray, complex, range, object, Exception, type(None), zip, map, filter, reversed, property, slice, bool):
    try:
        class S(base):
            def __init__(self, *a, **k): print(base.__name__, a, k)
    except TypeError as e: print(e); continue
    try: S(k=1)
    except Exception as e: print(type(e).__name__, e)
    try: S([], k=1)
    except Exception as e: print(type(e).__name__, e)
    try: S('12', k=1)
    except Exception as e: print(type(e).__name__, e)
    class P(base): pass
    for c in (P, base):
        try: c(k=1)
        except Exception as e: print(type(e).__name__, e)
        try: c([1], k=1)
        except Exception as e: print(type(e).__name__, e)
    class N(base):
        def __new__(cls, *a, **k): print('new', a, k); return super().__new__(cls)
    try: N(k=1)
    except Exception as e: print(type(e).__name__, e)
    try: N([], j=1)
    except Exception as e: print(type(e).__name__, e)
