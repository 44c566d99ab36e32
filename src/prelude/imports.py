

class ModuleSpec:
    """Where a module comes from."""

    __module__ = "_frozen_importlib"

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @property
    def cached(self):
        return self._cached

    def __repr__(self):
        args = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            args.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            args.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(args)})"


class BuiltinImporter:
    """Who has loaded the modules that are part of the interpreter."""

    __module__ = "_frozen_importlib"


class SourceFileLoader:
    """Who has loaded a module from its source."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path


class SourcelessFileLoader(SourceFileLoader):
    """Who has loaded a module from compiled code alone."""

    __module__ = "_frozen_importlib_external"


class NamespaceLoader:
    """Who has loaded folders without code as one package."""

    __module__ = "_frozen_importlib_external"


def _import(name, globals=None, locals=None, fromlist=(), level=0):
    """`__import__`"""
    if not isinstance(name, str):
        raise TypeError("module name must be a string")
    if level < 0:
        raise ValueError("level must be >= 0")
    if level > 0:
        absolute = _absolute_name(name, globals, level)
    elif name == "":
        raise ValueError("Empty module name")
    else:
        absolute = name
    module = _load(absolute)
    if fromlist:
        if hasattr(module, "__path__"):
            _load_submodules(module, fromlist, False)
        return module
    if level == 0:
        return _load(name.partition(".")[0])
    if not name:
        return module
    cut = len(name) - len(name.partition(".")[0])
    return _modules()[module.__name__[:len(module.__name__) - cut]]


def _absolute_name(name, globals, level):
    if globals is None:
        raise KeyError("'__name__' not in globals")
    package = globals.get("__package__")
    spec = globals.get("__spec__")
    if package is not None:
        if not isinstance(package, str):
            raise TypeError("package must be a string")
    elif spec is not None:
        package = spec.parent
    else:
        package = globals["__name__"]
        if "__path__" not in globals:
            package = package.rpartition(".")[0]
    if not package:
        raise ImportError("attempted relative import with no known parent package")
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name}" if name else bits[0]


def _load_submodules(module, names, all_of_them):
    for name in names:
        if not isinstance(name, str):
            where = module.__name__ + ".__all__" if all_of_them else "``from list''"
            raise TypeError(f"Item in {where} must be str, not {type(name).__name__}")
        if name == "*":
            if not all_of_them and hasattr(module, "__all__"):
                _load_submodules(module, module.__all__, True)
        elif not hasattr(module, name):
            full = f"{module.__name__}.{name}"
            try:
                _load(full)
            except ModuleNotFoundError as error:
                # A name that is neither attribute nor module is for IMPORT_FROM to complain about.
                if error.name != full or _modules().get(full, _MISSING) is None:
                    raise


def _load(name):
    """The module with this absolute name, loaded if it was not."""
    modules = _modules()
    module = modules.get(name, _MISSING)
    if module is None:
        raise ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
    if module is not _MISSING:
        return module
    parent, _, tail = name.rpartition(".")
    path = None
    if parent:
        _load(parent)
        if name in modules:
            return modules[name]
        try:
            path = modules[parent].__path__
        except AttributeError:
            raise ModuleNotFoundError(
                f"No module named {name!r}; {parent!r} is not a package", name=name) from None
    found = _find_module((tail, *(_sys_path() if path is None else path)))
    if found is None and name == "__future__":
        return _make_future()
    if found is None:
        missing = " (opstep does not have this part of the standard library yet)" if name in _library_names() else ""
        raise ModuleNotFoundError(f"No module named {name!r}{missing}", name=name)
    module = _load_found(name, found)
    if parent:
        setattr(modules[parent], tail, module)
    return module


def _load_found(name, found):
    kind, origin, is_package, places = found
    if kind == "namespace":
        loader = NamespaceLoader()
    elif kind == "source":
        loader = SourceFileLoader(name, origin)
    else:
        loader = SourcelessFileLoader(name, origin)
    spec = ModuleSpec(name, loader, origin=origin, is_package=is_package)
    module = _new_module(name)
    module.__spec__ = spec
    module.__loader__ = loader
    module.__package__ = spec.parent
    if is_package:
        spec.submodule_search_locations = module.__path__ = places
    if kind != "namespace":
        spec._set_fileattr = True
        module.__file__ = origin
        folder, slash, file = origin.rpartition("/")
        stem = file.rpartition(".")[0]
        spec._cached = module.__cached__ = f"{folder}{slash}__pycache__/{stem}.{_cache_tag()}.pyc"
    modules = _modules()
    modules[name] = module
    if kind != "namespace":
        spec._initializing = True
        try:
            _exec_module(origin, module)
        except BaseException:
            modules.pop(name, None)
            raise
        finally:
            spec._initializing = False
    module = modules.pop(name)
    modules[name] = module
    return module


def _import_from(module, name):
    value = getattr(module, name, _MISSING)
    if value is not _MISSING:
        return value
    own = getattr(module, "__name__", None)
    if isinstance(own, str):
        value = _modules().get(f"{own}.{name}", _MISSING)
        if value is not _MISSING:
            return value
        shown = repr(own)
    else:
        shown = "'<unknown module name>'"
    path = getattr(module, "__file__", None)
    if not isinstance(path, str):
        path = None
        text = f"cannot import name {name!r} from {shown} (unknown location)"
    elif getattr(getattr(module, "__spec__", None), "_initializing", False):
        text = (f"cannot import name {name!r} from partially initialized module {shown} "
                f"(most likely due to a circular import) ({path})")
    else:
        text = f"cannot import name {name!r} from {shown} ({path})"
    raise ImportError(text, name=own, path=path, name_from=name)


def _import_star(module, names):
    try:
        wanted = module.__all__
        skip = False
    except AttributeError:
        try:
            wanted = list(module.__dict__)
        except AttributeError:
            raise ImportError("from-import-* object has no __dict__ and no __all__") from None
        skip = True
    for name in wanted:
        if not isinstance(name, str):
            kind, where = ("Key", "__dict__") if skip else ("Item", "__all__")
            raise TypeError(
                f"{kind} in {module.__name__}.{where} must be str, not {type(name).__name__}")
        if skip and name[:1] == "_":
            continue
        names[name] = getattr(module, name)
