# Code, frames, tracebacks and modules: their methods, and what they show by name.
import sys


def shown(a, b=1, *rest, c, **names):
    d = a
    return lambda: d


code = shown.__code__
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals, code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_filename, code.co_firstlineno)
print(code.co_name, code.co_qualname, code.co_flags, code.co_stacksize, len(code.co_consts), code._co_code_adaptive == code.co_code, code._varname_from_oparg(0), code.__repr__() == repr(code), hash(code) == code.__hash__())
print(code.replace(co_name="other").co_name, code == code.replace(), code != code.replace(co_firstlineno=5), list(code.co_lines())[0], len(list(code.co_positions())) > 5, len(code.co_linetable) > 5, code.co_exceptiontable)
print(list(code.co_lnotab))
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_lineno, frame.f_back, frame.f_globals is globals(), frame.f_builtins["len"] is len, frame.f_lasti > 0, frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes, frame.__repr__()[:9], frame.f_locals is locals())
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
print(traceback.tb_frame is frame, traceback.tb_lineno, traceback.tb_next, traceback.tb_lasti > 0, traceback.__dir__(), type(traceback)(None, frame, 1, 2).tb_lineno)
Module = type(sys)
module = Module("made", "doc")
module.__setattr__("x", 1)
print(module.x, module.__doc__, module.__dict__["x"], module.__dir__()[-1], module.__repr__(), module.__annotations__, module.__delattr__("x"), hasattr(module, "x"), Module.__new__(Module).__repr__())
module.__annotations__ = {"a": int}
del module.__annotations__
for call in (lambda: frame.clear(), lambda: setattr(frame, "f_lineno", 1), lambda: frame.__delattr__("f_trace"), lambda: frame.__setattr__("x", 1), lambda: code._varname_from_oparg(99), lambda: setattr(traceback, "tb_next", traceback),
             lambda: Module(), lambda: module.nothing, lambda: Module.__getattribute__(module, "x"), lambda: code.replace(co_argcount="x"), lambda: module.__delattr__("x"), lambda: setattr(module, "__dict__", {})):
    try:
        print(call())
    except (RuntimeError, AttributeError, TypeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
