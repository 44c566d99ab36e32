

class _Feature:
    """What a future statement may name: when it was new, when it goes without saying."""

    __module__ = "__future__"

    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f"_Feature{(self.optional, self.mandatory, self.compiler_flag)!r}"


def _make_future():
    """The module `__future__`, for where there is no library to load it from."""
    module = _new_module("__future__")
    module.__package__ = ""
    module.all_feature_names = []
    for name, since, until, flag in (
        ("nested_scopes", (2, 1, 0, "beta", 1), (2, 2, 0, "alpha", 0), 0x10),
        ("generators", (2, 2, 0, "alpha", 1), (2, 3, 0, "final", 0), 0),
        ("division", (2, 2, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x20000),
        ("absolute_import", (2, 5, 0, "alpha", 1), (3, 0, 0, "alpha", 0), 0x40000),
        ("with_statement", (2, 5, 0, "alpha", 1), (2, 6, 0, "alpha", 0), 0x80000),
        ("print_function", (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x100000),
        ("unicode_literals", (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x200000),
        ("barry_as_FLUFL", (3, 1, 0, "alpha", 2), (4, 0, 0, "alpha", 0), 0x400000),
        ("generator_stop", (3, 5, 0, "beta", 1), (3, 7, 0, "alpha", 0), 0x800000),
        ("annotations", (3, 7, 0, "beta", 1), None, 0x1000000),
    ):
        module.all_feature_names.append(name)
        setattr(module, name, _Feature(since, until, flag))
    _modules()["__future__"] = module
    return module
