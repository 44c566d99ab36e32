# How types say their objects lie in memory. The bit of a cache that comes and goes is left out.
import builtins

CACHED = 1 << 19


def told(kind):
    print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__dictoffset__, kind.__weakrefoffset__,
          f"{kind.__flags__ & ~CACHED:#x}")


for name, value in sorted(vars(builtins).items()):
    if isinstance(value, type) and name == value.__name__ and value.__module__ == "builtins":
        told(value)
for value in (None, ..., NotImplemented, len, told, print.__call__, int.__add__, str.join, int.real, iter([]),
              iter(range(1)), {}.keys(), {}.items(), told.__code__, int.__dict__, iter({})):
    told(type(value))
