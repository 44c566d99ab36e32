

def _construct(cls, /, *args, **names):
    new = cls.__new__
    made = new(cls, *args, **names)
    if _derives(type(made), cls):
        init = _special(made, "__init__")
        if init is not None:
            answer = init(made, *args, **names)
            if answer is not None:
                raise TypeError(f"__init__() should return None, not '{type(answer).__name__}'")
    return made


def _build_class(body, name, /, *bases, **names):
    resolved = _resolved_bases(bases)
    if "metaclass" in names:
        metaclass = names.pop("metaclass")
    else:
        metaclass = type(resolved[0]) if resolved else type
    is_class = _is_class(metaclass)
    if is_class:
        metaclass = _calculate_metaclass(metaclass, resolved)
    prepare = getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, resolved, **names)
    if not isinstance(namespace, dict) and _special(namespace, "__getitem__") is None:
        shown = metaclass.__name__ if is_class else "<metaclass>"
        raise TypeError(f"{shown}.__prepare__() must return a mapping, not {type(namespace).__name__}")
    cell = _run_body(body, namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    made = metaclass(name, resolved, namespace, **names)
    if cell is not None and _is_class(made):
        _check_class_cell(cell, name, made)
    return made


def _check_class_cell(cell, name, made):
    try:
        found = cell.cell_contents
    except ValueError:
        raise RuntimeError(f"__class__ not set defining {name!r} as {made!r}. "
                           "Was __classcell__ propagated to type.__new__?") from None
    if found is not made:
        raise TypeError(f"__class__ set to {found!r} defining {name!r} as {made!r}")


def _resolved_bases(bases):
    """The bases with those replaced that say which classes they stand for."""
    for base in bases:
        if not _is_class(base) and hasattr(base, "__mro_entries__"):
            break
    else:
        return bases
    resolved = []
    for base in bases:
        entries = None if _is_class(base) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        classes = entries(bases)
        if not isinstance(classes, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(classes)
    return tuple(resolved)


def _calculate_metaclass(metaclass, bases):
    for base in bases:
        other = type(base)
        if _derives(metaclass, other):
            continue
        if not _derives(other, metaclass):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                "of the metaclasses of all its bases")
        metaclass = other
    return metaclass


_plain_dict_iter = dict.__iter__
_plain_type_new = type.__new__
_plain_mro = type.__dict__["mro"]


def _type_new(metaclass, name, bases, namespace, **names):
    for number, value, wanted in ((1, name, str), (2, bases, tuple), (3, namespace, dict)):
        if not isinstance(value, wanted):
            raise TypeError(
                f"type.__new__() argument {number} must be {wanted.__name__}, not {type(value).__name__}")
    for base in bases:
        if not _is_class(base) and hasattr(base, "__mro_entries__"):
            raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    winner = _calculate_metaclass(metaclass, bases)
    if winner is not metaclass:
        new = winner.__new__
        if new is not _plain_type_new:
            return new(winner, name, bases, namespace, **names)
    if _special(namespace, "__iter__") is not _plain_dict_iter:
        namespace = {**namespace}
    slots, adds = _slots_of(name, _best_base(bases), bases, namespace)
    _written(name)
    if "\0" in name:
        raise ValueError("type name must not contain null characters")
    doc = dict.get(namespace, "__doc__")
    if isinstance(doc, str):
        _written(doc)
    made = _make_class(winner, name, bases, namespace, slots, adds, globals().get("__name__"))
    mro = _own_mro(made)
    if _mro_tuple(made) is None:
        _set_mro(made, mro)
    bases = _bases_tuple(made)
    _move_class(made, bases, bases)
    for key, value in list(dict.items(namespace)):
        method = _special(value, "__set_name__")
        if method is not None:
            _tell_name(method, value, made, key)
    super(made, made).__init_subclass__(**names)
    return made


def _written(text):
    """What no encoding can write is refused."""
    return str.encode(text)


def _tell_name(method, value, made, key):
    try:
        method(value, made, key)
    except BaseException as error:
        error.add_note(
            f"Error calling __set_name__ on '{type(value).__name__}' instance {key!r} in '{made.__name__}'")
        raise


def _slots_of(name, base, bases, namespace):
    """The names of the places that instances get, and what else they get: 1 for a dict, 2 for weak references."""
    may = (0 if _has_dict(base) else 1) | (0 if _has_weakref(base) or _has_items(base) else 2)
    slots = dict.get(namespace, "__slots__", _ABSENT)
    if slots is _ABSENT:
        return (), may
    slots = (slots,) if isinstance(slots, str) else tuple(slots)
    if slots and _has_items(base):
        raise TypeError(f"nonempty __slots__ not supported for subtype of '{base.__name__}'")
    places = []
    adds = 0
    for slot in slots:
        if not isinstance(slot, str):
            raise TypeError(f"__slots__ items must be strings, not '{type(slot).__name__}'")
        if not slot.isidentifier():
            raise TypeError("__slots__ must be identifiers")
        bit = {"__dict__": 1, "__weakref__": 2}.get(slot, 0)
        if not bit:
            slot = _mangled(name, slot)
            if slot not in ("__qualname__", "__classcell__") and dict.__contains__(namespace, slot):
                raise ValueError(f"{slot!r} in __slots__ conflicts with class variable")
            places.append(slot)
        elif not may & bit or adds & bit:
            raise TypeError(f"{slot} slot disallowed: we already got one")
        adds |= bit
    for other in bases:
        if other is not base:
            adds |= may & ((1 if _has_dict(other) else 0) | (2 if _has_weakref(other) else 0))
    return tuple(sorted(places)), adds


def _mangled(name, slot):
    name = name.lstrip("_")
    if not slot.startswith("__") or slot.endswith("__") or "." in slot or not name:
        return slot
    return f"_{name}{slot}"


def _own_mro(cls):
    method = _special(cls, "mro")
    if method is _plain_mro:
        return _linear_mro(cls)
    found = tuple(method(cls))
    for each in found:
        if not _is_class(each):
            raise TypeError(f"mro() returned a non-class ('{type(each).__name__}')")
        if not _fits(cls, each):
            raise TypeError(f"mro() returned base with unsuitable layout ('{each.__name__}')")
    return found


def _is_based_on(cls, other):
    """Whether the chain of best bases leads there, whatever a metaclass makes of the MRO meanwhile."""
    while cls is not None and cls is not other:
        cls = cls.__base__
    return cls is other


def _assign_bases(cls, bases):
    """`cls.__bases__ = bases`"""
    name = cls.__name__
    if not isinstance(bases, tuple):
        raise TypeError(f"can only assign tuple to {name}.__bases__, not {type(bases).__name__}")
    if not bases:
        raise TypeError(f"can only assign non-empty tuple to {name}.__bases__, not ()")
    for base in bases:
        if not _is_class(base):
            raise TypeError(f"{name}.__bases__ must be tuple of classes, not '{type(base).__name__}'")
        if _derives(base, cls) or _is_based_on(base, cls):
            raise TypeError("a __bases__ item causes an inheritance cycle")
    best, before = _best_base(bases), cls.__base__
    if _is_collected(before) is not _is_collected(best):
        raise TypeError(
            f"__bases__ assignment: '{best.__name__}' deallocator differs from '{before.__name__}'")
    if not _same_layout(before, best):
        raise TypeError(
            f"__bases__ assignment: '{best.__name__}' object layout differs from '{before.__name__}'")
    old = _bases_tuple(cls)
    changed = []
    _put_bases(cls, bases)
    try:
        _renew_mro(cls, changed)
    except BaseException:
        for each, new, before in reversed(changed):
            if _mro_tuple(each) == new:
                _set_mro(each, before)
        if _bases_tuple(cls) == bases:
            _put_bases(cls, old)
        raise
    # A `mro()` may have given it others meanwhile.
    if _bases_tuple(cls) == bases:
        _move_class(cls, old, bases)


_mro_tuple = type.__dict__["__mro__"].__get__
_bases_tuple = type.__dict__["__bases__"].__get__


def _renew_mro(cls, changed):
    before = _mro_tuple(cls)
    mro = _own_mro(cls)
    # A `mro()` may have given it another meanwhile, which stays.
    if _mro_tuple(cls) == before:
        _set_mro(cls, mro)
        changed.append((cls, mro, before))
        for each in type.__subclasses__(cls):
            _renew_mro(each, changed)


def _type_call(cls, *args, **names):
    return _construct(cls, *args, **names)


def _class_of(value):
    """`value.__class__`, if that is a class."""
    found = getattr(value, "__class__", None)
    return found if _is_class(found) else None


def _bases_of(cls):
    """What stands for the bases of an object that is no class but is used as one."""
    found = getattr(cls, "__bases__", None)
    return found if isinstance(found, tuple) else None


def _is_instance_of(value, cls):
    """`isinstance` without asking the class."""
    if _is_class(cls):
        if _derives(type(value), cls):
            return True
        said = _class_of(value)
        return said is not None and said is not type(value) and _derives(said, cls)
    if _bases_of(cls) is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    said = getattr(value, "__class__", None)
    return said is not None and _has_base(said, cls)


def _is_subclass_of(derived, cls):
    """`issubclass` without asking the class."""
    if _is_class(cls) and _is_class(derived):
        return _derives(derived, cls)
    if _bases_of(derived) is None:
        raise TypeError("issubclass() arg 1 must be a class")
    if not _is_class(cls) and _bases_of(cls) is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return _has_base(derived, cls)


def _has_base(derived, cls):
    while True:
        if derived is cls:
            return True
        bases = _bases_of(derived)
        if not bases:
            return False
        if len(bases) > 1:
            break
        derived = bases[0]
    for base in bases:
        if _has_base(base, cls):
            return True
    return False
