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
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno, tb.tb_frame.f_locals.get("n"), tb.tb_lasti)
        last = tb
        tb = tb.tb_next
    print(last.tb_frame.f_back.f_locals["n"])
    e2 = e
try:
    raise e2
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno)
    print(e.with_traceback(None) is e, e.__traceback__)
