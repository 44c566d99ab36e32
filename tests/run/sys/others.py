import sys
print(sys.intern("abc") is sys.intern("abc"), sys.getswitchinterval(), sys.gettrace(), sys.getprofile())
print(sys.settrace(None), sys.is_finalizing(), sys.get_int_max_str_digits())
sys.displayhook(3); sys.displayhook(None)
import builtins
print(builtins._)
print('sys' in sys.modules, sys.modules['sys'] is sys, sys.modules[__name__].__name__)
print(sys.argv[0].endswith("py"), len(sys.argv), isinstance(sys.path, list), "math" in sys.stdlib_module_names, "sys" in sys.builtin_module_names)
def f(): return sys._getframemodulename(), sys._getframemodulename(1)
print(f())
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
