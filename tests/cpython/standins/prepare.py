"""Puts something in the place of each module that a file of tests imports and that is not there."""

import builtins
import sys

from placeholder import Placeholder

# These need the operating system, or are about the C interpreter.
_OUT_OF_REACH = {
    "_pickle", "_testinternalcapi", "asyncio", "ctypes", "pyperf",
    "xxsubtype",
}


# Where tests may write.
folder = "/nowhere"

# Tests look whether they are there, and do without.
_OPTIONAL = ("_pylong", "pty")


def imports(names):
    for name in _OPTIONAL:
        sys.modules[name] = None
    # Something that an interpreter starts with has imported it.
    prepare("collections.abc")
    for name in names:
        top = name.partition(".")[0]
        if name not in _OPTIONAL and (top not in ("test", "unittest", "") or name in _OUT_OF_REACH):
            prepare(name)


def prepare(name):
    if name not in _OUT_OF_REACH:
        try:
            __import__(name)
            return
        except Exception as error:
            sys.__stdout__.write(f"\n@@missing\t{name}\t{type(error).__name__}: {ascii(str(error))}\n")
    parent, _, last = name.rpartition(".")
    if parent and parent not in sys.modules:
        prepare(parent)
    made = sys.modules[name] = Placeholder(name)
    if parent:
        setattr(sys.modules[parent], last, made)


class _Said:
    """Numbers under names."""

    def __init__(self, **names):
        self.__dict__.update(names)


_SYS = {
    "implementation": _Said(name="cpython", cache_tag="cpython-312"),
    "flags": _Said(optimize=0, bytes_warning=0, debug=0, utf8_mode=0, no_site=0, verbose=0, dev_mode=False),
    "hash_info": _Said(width=64, modulus=(1 << 61) - 1, inf=314159, nan=0, imag=1000003, algorithm="siphash13",
                       hash_bits=64, seed_bits=128, cutoff=0),
    "int_info": _Said(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                      str_digits_check_threshold=640),
    "float_info": _Said(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
                        min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16,
                        radix=2, rounds=1),
    "float_repr_style": "short",
    "maxunicode": 0x10FFFF,
    "warnoptions": [],
    "byteorder": "little",
    "platform": "linux",
    "executable": "",
    "api_version": 1013,
    "abiflags": "",
    "exception": lambda: sys.exc_info()[1],
    "gettrace": lambda: None,
    "__stdout__": sys.stdout,
    "__stderr__": sys.stderr,
    "__stdin__": sys.stdin,
    "get_int_max_str_digits": lambda: 4300,
    "getrefcount": Placeholder("sys.getrefcount"),
    "settrace": Placeholder("sys.settrace"),
    "unraisablehook": Placeholder("sys.unraisablehook"),
    "excepthook": Placeholder("sys.excepthook"),
    "__excepthook__": Placeholder("sys.__excepthook__"),
    "get_coroutine_origin_tracking_depth": Placeholder("sys.get_coroutine_origin_tracking_depth"),
}
for _name, _value in _SYS.items():
    if not hasattr(sys, _name):
        setattr(sys, _name, _value)
if not hasattr(builtins, "open"):
    builtins.open = Placeholder("open")
