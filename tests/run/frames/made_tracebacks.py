import sys
def h(n):
    if n == 0:
        raise ValueError("deep")
    h(n - 1)
try:
    h(2)
except ValueError as e:
    tb = e.__traceback__
    while tb:
        str(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno, tb.tb_frame.f_locals.get("n"), tb.tb_lasti)
        last = tb
        tb = tb.tb_next
    str(last.tb_frame.f_back.f_locals["n"])
    e2 = e
try:
    raise e2
except ValueError as e:
    tb = e.__traceback__
    str(tb.tb_lineno, tb.tb_next.tb_lineno)
    str(e.with_traceback(None) is e, e.__traceback__)
TB = type(tb)
def mk():
    return TB(None, sys._getframe(), 0, 5)
t = mk()
print(t.tb_lineno, t.tb_lasti, t.tb_frame.f_code.co_name, t.tb_next)
t2 = TB(t, sys._getframe(), 2, 7)
try: t.tb_next = t2
except ValueError as e: print(e)
try: raise KeyError(1).with_traceback(t2)
except KeyError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_lineno); tb = tb.tb_next
for a in [(1,None,1,1),(None,1,1,1),(None,None,1,1)]:
    try: TB(*a)
    except TypeError as e: print(e)

