# What the modules that belong to the interpreter say of themselves.
import builtins, gc, sys, time

for module in (builtins, gc, sys, time):
    print(module, type(module.__doc__), module.__package__ == "", module.__loader__, module.__spec__)
    print(module.__spec__.parent == "", module.__spec__.has_location, module.__spec__.cached)
main = sys.modules["__main__"]
print(main.__doc__, main.__spec__, main.__package__, type(main.__loader__), main.__loader__.name)
print(main.__loader__.path == main.__file__)
