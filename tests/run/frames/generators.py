import sys
def gen():
    x = 1
    yield x
    x = 2
    yield x
it = gen()
print(it.gi_frame.f_lineno, it.gi_frame.f_locals, it.gi_frame.f_lasti)
next(it)
print(it.gi_frame.f_lineno, it.gi_frame.f_locals, it.gi_frame.f_back, it.gi_frame is it.gi_frame)
fr = it.gi_frame
next(it)
print(fr.f_locals)
list(it)
print(it.gi_frame, fr.f_locals)
fr.clear()
print(fr.f_locals)
try: sys._getframe().clear()
except RuntimeError as e: print(e)
try: fr.f_lineno = 3
except ValueError as e: print(e)
it = gen(); next(it); it.gi_frame.clear()
print(it.gi_frame)
