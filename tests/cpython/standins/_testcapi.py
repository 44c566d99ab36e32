"""The C API is not there; its numbers are."""

from placeholder import Placeholder

INT_MAX, INT_MIN, UINT_MAX = (1 << 31) - 1, -1 << 31, (1 << 32) - 1
LONG_MAX, LONG_MIN, ULONG_MAX, LLONG_MAX, LLONG_MIN, ULLONG_MAX = ((1 << 63) - 1, -1 << 63, (1 << 64) - 1) * 2
PY_SSIZE_T_MAX, PY_SSIZE_T_MIN, SIZE_MAX = LONG_MAX, LONG_MIN, ULONG_MAX
CHAR_MAX, CHAR_MIN, UCHAR_MAX, SHRT_MAX, SHRT_MIN, USHRT_MAX = 127, -128, 255, 32767, -32768, 65535
DBL_MAX, DBL_MIN = 1.7976931348623157e+308, 2.2250738585072014e-308


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"_testcapi.{name}")
