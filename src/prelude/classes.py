

def _construct(cls, /, *args, **names):
    new = cls.__new__
    made = new(cls, *args, **names)
    if isinstance(made, cls):
        init = _special(made, "__init__")
        if init is not None:
            answer = init(made, *args, **names)
            if answer is not None:
                raise TypeError(f"__init__() should return None, not '{type(answer).__name__}'")
    return made


def _build_class(body, name, /, *bases, metaclass=None, **names):
    resolved = bases
    if metaclass is None:
        metaclass = type(bases[0]) if bases else type
    if _is_class(metaclass):
        for base in bases:
            if issubclass(type(base), metaclass):
                metaclass = type(base)
            elif not issubclass(metaclass, type(base)):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                    "of the metaclasses of all its bases")
    prepare = getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, bases, **names)
    cell = _run_body(body, namespace)
    made = metaclass(name, resolved, namespace, **names)
    return made


def _type_new(metaclass, name, bases, namespace, **names):
    made = _make_class(metaclass, name, bases, namespace)
    for key in namespace:
        method = _special(namespace[key], "__set_name__")
        if method is not None:
            method(namespace[key], made, key)
    super(made, made).__init_subclass__(**names)
    return made


def _type_call(cls, *args, **names):
    return _construct(cls, *args, **names)
