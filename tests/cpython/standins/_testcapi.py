"""The C API is not there; its numbers are."""

from placeholder import Placeholder

INT_MAX, INT_MIN, UINT_MAX = (1 << 31) - 1, -1 << 31, (1 << 32) - 1
LONG_MAX, LONG_MIN, ULONG_MAX, LLONG_MAX, LLONG_MIN, ULLONG_MAX = ((1 << 63) - 1, -1 << 63, (1 << 64) - 1) * 2
PY_SSIZE_T_MAX, PY_SSIZE_T_MIN, SIZE_MAX = LONG_MAX, LONG_MIN, ULONG_MAX
CHAR_MAX, CHAR_MIN, UCHAR_MAX, SHRT_MAX, SHRT_MIN, USHRT_MAX = 127, -128, 255, 32767, -32768, 65535
DBL_MAX, DBL_MIN = 1.7976931348623157e+308, 2.2250738585072014e-308


class _Later(Placeholder):
    """An object of a class that is not there: only who uses it is told."""

    def __call__(self, *args, **names):
        return self

    def __mro_entries__(self, bases):
        return ()


MethInstance, MethClass, MethStatic = [_Later(f"_testcapi.{name}") for name in ("MethInstance", "MethClass", "MethStatic")]
MethodDescriptorBase = MethodDescriptorDerived = MethodDescriptorNopGet = _Later("_testcapi.MethodDescriptorBase")


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"_testcapi.{name}")
