

class Quitter:
    __module__ = "_sitebuiltins"

    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


class _Printer:
    """A text of the interpreter about itself."""

    __module__ = "_sitebuiltins"

    def __init__(self, name, data, shown=None):
        self.__name = name
        self.__data = data
        self.__shown = shown

    def __repr__(self):
        return self.__shown or self.__data

    def __call__(self):
        print(self.__data)


class _Helper:
    __module__ = "_sitebuiltins"

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args, **kwds):
        raise NotImplementedError("opstep has no pydoc, which help() asks")


def _breakpoint(*args, **kws):
    hook = getattr(_modules()["sys"], "breakpointhook", None)
    if hook is None:
        raise NotImplementedError("opstep has no pdb for breakpoint() to start: set a breakpoint in opstep itself")
    return hook(*args, **kws)


def _fill_site(builtins, sys):
    """What CPython's module `site` adds to the builtins."""
    eof = "Ctrl-D (i.e. EOF)"
    builtins.quit = Quitter("quit", eof)
    builtins.exit = Quitter("exit", eof)
    sys.copyright = (
        "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.\n\n"
        "Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
        "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n"
        "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved."
    )
    builtins.copyright = _Printer("copyright", sys.copyright)
    builtins.credits = _Printer(
        "credits",
        "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n"
        "    for supporting Python development.  See www.python.org for more information.",
    )
    builtins.license = _Printer("license", "See https://www.python.org/psf/license/",
                                "Type license() to see the full license text")
    builtins.help = _Helper()


_fill_site(_modules()["builtins"], _modules()["sys"])
for _name, _module in _modules().items():
    _module.__spec__ = ModuleSpec(_name, BuiltinImporter, origin="built-in")
    _module.__loader__ = BuiltinImporter
    _module.__package__ = ""
