def finally_after(x):
    try:
        1 / x
    finally:
        y = 1
def handler_that_does_not_fit(x):
    try:
        1 / x
    except ValueError:
        pass
def with_block(x):
    class Manager:
        def __enter__(self): pass
        def __exit__(self, *error): return False
    with Manager():
        1 / x
for function in (finally_after, handler_that_does_not_fit, with_block):
    try:
        function(0)
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_next.tb_frame
        print(frame.f_lineno - frame.f_code.co_firstlineno, error.__traceback__.tb_next.tb_lineno)
