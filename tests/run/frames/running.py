import sys
def f(a, b=2):
    c = a + b
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_globals is globals(), fr.f_back.f_code.co_name)
    print(fr is sys._getframe(), fr.f_back is sys._getframe(1), fr.f_back.f_back)
    print(fr.f_builtins is __builtins__.__dict__, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes)
    return fr
fr = f(1)
print(fr.f_lineno, fr.f_locals["c"], fr.f_back is sys._getframe(), fr)
try: sys._getframe(100)
except ValueError as e: print(e)
import sys
def who():
    return sys._getframe(1).f_code.co_name
def caller(): return who()
print(caller(), [who() for _ in range(1)], sorted([1,2], key=lambda x: print(sys._getframe(1).f_code.co_name) or x))
