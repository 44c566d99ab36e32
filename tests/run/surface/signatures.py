# What builtin types, methods and functions say of their parameters, and which have documentation.
import builtins


def told(name, value):
    print(name, repr(value.__text_signature__), type(value.__doc__).__name__)


for name, value in sorted(vars(builtins).items()):
    if isinstance(value, type) and value.__module__ == "builtins":
        told(name, value)
        for inner, method in sorted(vars(value).items()):
            method = getattr(method, "__func__", method)
            if hasattr(method, "__text_signature__"):
                told(f"{name}.{inner}", method)
    elif type(value) is type(len):
        told(name, value)
