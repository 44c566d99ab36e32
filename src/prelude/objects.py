

def _call_special(method, this, /, *args, **names):
    """Calls what was found in the type of an object, bound to the object as an attribute would be."""
    return _bind(method, this)(*args, **names)


def _call_comparison(method, this, other):
    """A method for comparing that cannot be bound is as good as none."""
    try:
        bound = _bind(method, this)
    except BaseException:
        return NotImplemented
    return bound(other)


def _bind(found, this):
    get = _special(found, "__get__")
    return found if get is None else get(found, this, type(this))


def _bind_two(this, first, second):
    return _bind(first, this), _bind(second, this)


def _call_with(callee, values, names):
    first = len(values) - len(names)
    return callee(*values[:first], **dict(zip(names, values[first:])))


def _attribute_of_call(callee, args, name):
    return getattr(callee(*args), name)


def _super_here(this):
    super.__init__(this, *_frame_super())


def _range_reduce(value):
    return type(value), (value.start, value.stop, value.step)


def _super_init(this, cls, value):
    _super_of(this, cls, value, getattr(value, "__class__", None))


def _super_get(this, value, cls=None):
    return super(this.__thisclass__, value)


def _is_abstract(*functions):
    for function in functions:
        if getattr(function, "__isabstractmethod__", False):
            return True
    return False


def _wrapper_repr(wrapper):
    return f"<{type(wrapper).__name__}({wrapper.__func__!r})>"


def _property_like(cls, fget, fset, fdel, doc, name):
    return _name_property(cls(fget, fset, fdel, doc), name)


def _property_doc(this, getter):
    """The documentation of a getter, which is asked for it."""
    doc = getattr(getter, "__doc__", _NOTHING)
    if doc is not _NOTHING:
        _put_doc(this, doc, doc is not None)


def _keep_doc(this, doc, from_getter):
    try:
        this.__doc__ = doc
    except AttributeError:
        if from_getter:
            raise


def _refuse_abstract(cls):
    names = sorted(cls.__abstractmethods__)
    many = "s" if len(names) > 1 else ""
    shown = "', '".join(names)
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} "
                    f"without an implementation for abstract method{many} '{shown}'")


def _object_dir(value):
    """`__dict__` and `__class__` are asked for, and may be anything."""
    own = getattr(value, "__dict__", None)
    names = dict(own) if isinstance(own, dict) else {}
    cls = getattr(value, "__class__", _NOTHING)
    if cls is not _NOTHING:
        _merge_names(names, cls)
    return list(names)


def _module_dir(module):
    names = module.__dict__
    if not isinstance(names, dict):
        raise TypeError("<module>.__dict__ is not a dictionary")
    own = dict.get(names, "__dir__", _NOTHING)
    return list(dict.keys(names)) if own is _NOTHING else own()


def _merge_names(names, cls):
    if type(cls) is type:
        names.update(dict.fromkeys(_names_of(cls)))
        return
    own = getattr(cls, "__dict__", _NOTHING)
    if own is not _NOTHING:
        names.update(own)
    bases = getattr(cls, "__bases__", ())
    for at in range(len(bases)):
        _merge_names(names, bases[at])


def _vars(value):
    found = getattr(value, "__dict__", _NOTHING)
    if found is _NOTHING:
        raise TypeError("vars() argument must have __dict__ attribute")
    return found


_plain_reduce = object.__reduce__
_plain_getstate = object.__getstate__


def _object_reduce_ex(value, protocol):
    cls = type(value)
    if cls.__reduce__ is not _plain_reduce:
        return value.__reduce__()
    return _object_reduce(value, _index(protocol))


def _object_reduce(value, protocol):
    copyreg = _load("copyreg")
    if protocol < 2:
        return copyreg._reduce_ex(value, protocol)
    args, names = _new_arguments(value)
    cls = type(value)
    if names:
        if args is None:
            raise SystemError("bad argument to internal function")
        make, given = copyreg.__newobj_ex__, (cls, args, names)
    else:
        make, given = copyreg.__newobj__, (cls, *(args or ()))
    is_plain = args is None and not isinstance(value, (list, dict))
    if cls.__getstate__ is _plain_getstate:
        state = _object_state(value, is_plain)
    else:
        state = value.__getstate__()
    items = iter(value) if isinstance(value, list) else None
    pairs = iter(value.items()) if isinstance(value, dict) else None
    return make, given, state, items, pairs


def _new_arguments(value):
    """What `__new__` is given to make the object again: positional and named arguments."""
    method = _special(value, "__getnewargs_ex__")
    if method is not None:
        answer = method(value)
        if not isinstance(answer, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(answer).__name__}'")
        if len(answer) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(answer)}")
        args, names = answer
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, "
                            f"not '{type(args).__name__}'")
        if not isinstance(names, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, "
                            f"not '{type(names).__name__}'")
        return args, names
    method = _special(value, "__getnewargs__")
    if method is None:
        return None, None
    args = method(value)
    if not isinstance(args, tuple):
        raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    return args, None


def _object_state(value, required):
    """The attributes and slots of an object; `required` where nothing else says what is inside it."""
    cls = type(value)
    if required and not _is_plain_layout(value):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    state = getattr(value, "__dict__", None) or None
    names = cls.__dict__.get("__slotnames__")
    if names is None:
        names = _slot_names(cls)
    slots = {}
    for name in names:
        content = _getattr(value, name, _NOTHING)
        if content is not _NOTHING:
            slots[name] = content
    return (state, slots) if slots else state


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        own = base.__dict__.get("__slots__", ())
        for name in (own,) if isinstance(own, str) else own:
            if name not in ("__dict__", "__weakref__"):
                names.append(_mangled(base.__name__, name))
    return names


def _is_plain_layout(value):
    return _layout(value) == "object" or isinstance(value, BaseException)


def _parts_reduce(value):
    return type(value), (value.start, value.stop, value.step)


def _set_reduce(value):
    return type(value), (list(value),), value.__getstate__()


def _bytearray_reduce(value, protocol=2):
    if len(value) == 0:
        made_of = ()
    elif _index(protocol) < 3:
        made_of = (value.decode("latin-1"), "latin-1")
    else:
        made_of = (bytes(value),)
    return type(value), made_of, value.__getstate__()


def _bound_reduce(value):
    this = value.__self__
    if this is None or _layout(this) == "module":
        return value.__name__
    return getattr, (this, value.__name__)


def _descriptor_reduce(value):
    return getattr, (value.__objclass__, value.__name__)


def _single_reduce(value):
    return repr(value)


def _attribute_error_state(error):
    state = dict(error.__dict__)
    if error.name is not None:
        state["name"] = error.name
    state["args"] = error.args
    return state


def _attribute_error_reduce(error):
    return type(error), error.args, _attribute_error_state(error)


def _import_error_reduce(error):
    state = dict(error.__dict__)
    for name in ("name", "path"):
        value = getattr(error, name)
        if value is not None:
            state[name] = value
    return (type(error), error.args, state) if state else (type(error), error.args)


def _os_error_reduce(error):
    args = error.args
    if len(args) == 2 and error.filename is not None:
        args += (error.filename,)
        if error.filename2 is not None:
            args += (None, error.filename2)
    state = error.__dict__
    return (type(error), args, state) if state else (type(error), args)
