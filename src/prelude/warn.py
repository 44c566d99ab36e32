

_WARNED_BY_DEFAULT = (
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
)


def _warn(category, text, *, nowhere=False, source=None):
    """What the interpreter itself warns of, where the program stands; as its filters say."""
    if nowhere:
        filename, line, names = "sys", 1, vars(_modules()["sys"])
    else:
        frame = _frame()
        filename, line, names = frame.f_code.co_filename, frame.f_lineno, frame.f_globals
    registry = names.setdefault("__warningregistry__", {})
    module = names.get("__name__", "<string>")
    _warn_at(category, text, filename, line, registry, module, nowhere, source)


def _warn_at(category, text, filename, line, registry, module, nowhere=False, source=None):
    """As `warnings.warn_explicit`; without a registry nothing is known to have been said before."""
    warnings = _modules().get("warnings")
    version = getattr(warnings, "_filters_version", 0)
    if registry is None:
        registry = {}
    elif registry.get("version", None) != version:
        registry.clear()
        registry["version"] = version
    key = (text, category, line)
    if registry.get(key):
        return
    action = getattr(warnings, "defaultaction", "default")
    for each in getattr(warnings, "filters", _WARNED_BY_DEFAULT):
        action_here, message, kind, module_wanted, line_wanted = each
        if (issubclass(category, kind) and line_wanted in (0, line)
                and _filter_fits(message, text) and _filter_fits(module_wanted, module)):
            action = action_here
            break
    if action == "error":
        raise category(text)
    if action == "ignore":
        return
    if action == "once":
        once = getattr(warnings, "onceregistry", registry)
        if once.get((text, category)):
            return
        once[text, category] = 1
    elif action == "module":
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action != "always":
        registry[key] = 1
    show = getattr(warnings, "_showwarnmsg", None)
    if show is not None:
        show(warnings.WarningMessage(category(text), category, filename, line, source=source))
        return
    shown = f"{filename}:{line}: {category.__name__}: {text}\n"
    program = None if nowhere else _program_line(filename, line)
    if program is not None and program.strip():
        shown += f"  {program.strip()}\n"
    if source is not None:
        shown += f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    out = getattr(_modules()["sys"], "stderr", None)
    if out is not None:
        out.write(shown)


def _filter_fits(wanted, text):
    if wanted is None:
        return True
    if isinstance(wanted, str):
        return wanted == text
    return wanted.match(text) is not None


def _invert_bool(value):
    _warn(DeprecationWarning,
          "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying "
          "int object and is usually not what you expect from negating a bool. Use the 'not' operator for "
          "boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.")
    return ~int(value)


def _throw_parts(generator, *parts):
    _warn_of_parts("throw")
    return _throw_silently(generator, *parts)


def _athrow_parts(step):
    _warn_of_parts("athrow")
    return step


def _warn_of_parts(name):
    _warn(DeprecationWarning,
          f"the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.")


def _warn_unawaited(coroutine, ending):
    text = f"coroutine '{coroutine.__qualname__}' was never awaited"
    if coroutine.cr_origin is not None:
        text += "\nCoroutine created at (most recent call last)"
        for file, number, name in reversed(coroutine.cr_origin):
            text += f"\n  File \"{file}\", line {number}, in {name}"
            line = (_program_line(file, number) or "").strip()
            text += "\n    " + line if line else ""
    _warn(RuntimeWarning, text, nowhere=ending,
          source=None if ending else coroutine)


def _not_strictly(name, answer, of):
    _warn(DeprecationWarning,
          f"{name} returned non-{of} (type {type(answer).__name__}).  The ability to return an instance of a "
          f"strict subclass of {of} is deprecated, and may be removed in a future version of Python.")
