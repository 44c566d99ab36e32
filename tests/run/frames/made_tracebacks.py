# Tracebacks can be made by hand and linked, but not to themselves.
import sys
try:
    raise ValueError(1)
except ValueError as e:
    TB = type(e.__traceback__)
def made():
    return TB(None, sys._getframe(), 0, 5)
inner = made()
print(inner.tb_lineno, inner.tb_lasti, inner.tb_frame.f_code.co_name, inner.tb_next)
outer = TB(inner, sys._getframe(), 2, 7)
try: inner.tb_next = outer
except ValueError as e: print(e)
try: raise KeyError(1).with_traceback(outer)
except KeyError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_lineno); tb = tb.tb_next
for wrong in [(1, None, 1, 1), (None, 1, 1, 1), (None, None, 1, 1)]:
    try: TB(*wrong)
    except TypeError as e: print(e)
