

def _caller_module():
    return globals().get("__name__")


class _TypeParameter:
    """What the parameters of generic functions, classes and aliases have in common."""

    __module__ = "typing"

    def __init_subclass__(cls):
        if cls.__module__ != "typing":
            kind = cls.__base__.__name__
            raise TypeError(f"type 'typing.{kind}' is not an acceptable base type")

    def __setattr__(self, name, value):
        kind = type(self).__name__
        if name in self._computed:
            raise AttributeError(f"attribute {name!r} of 'typing.{kind}' objects is not writable")
        if name in self._fixed:
            raise AttributeError("readonly attribute")
        object.__setattr__(self, name, value)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        if getattr(self, "__infer_variance__", True):
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __or__(self, other):
        return _typing_union(self, other)

    def __ror__(self, other):
        return _typing_union(other, self)

    def __reduce__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        if isinstance(arg, tuple):
            raise TypeError(f"Parameters to generic types must be types. Got {arg!r:.100}.")
        return type(None) if arg is None else arg


def _typing_union(a, b):
    try:
        typing = _load("typing")
    except ModuleNotFoundError:
        raise SystemError(
            "opstep has no typing.Union: a union of type variables is made by the typing module") from None
    return typing.Union[a, b]


class TypeVar(_TypeParameter):
    __module__ = "typing"
    _fixed = ("__name__", "__covariant__", "__contravariant__", "__infer_variance__")
    _computed = ("__bound__", "__constraints__")

    def __new__(cls, name, /, *constraints, bound=None, covariant=False, contravariant=False,
                infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {_type_name(name)}")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if bound is not None and constraints:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self = _type_parameter(cls, name, bool(infer_variance), bool(covariant), bool(contravariant))
        object.__setattr__(self, "_bound", lambda: bound)
        object.__setattr__(self, "_constraints", lambda: constraints)
        self.__module__ = _caller_module()
        return self

    @property
    def __bound__(self):
        return _computed_once(self, "_bound")

    @property
    def __constraints__(self):
        return _computed_once(self, "_constraints")


class ParamSpec(_TypeParameter):
    __module__ = "typing"
    _fixed = ("__name__", "__covariant__", "__contravariant__", "__infer_variance__", "__bound__")
    _computed = ("args", "kwargs")

    def __new__(cls, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"paramspec() argument 'name' must be str, not {_type_name(name)}")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self = _type_parameter(cls, name, bool(infer_variance), bool(covariant), bool(contravariant))
        object.__setattr__(self, "__bound__", bound)
        self.__module__ = _caller_module()
        return self

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([type(None) if each is None else each for each in arg])
        if arg is ... or isinstance(arg, ParamSpec):
            return arg
        raise TypeError(
            f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        at = [each is self for each in parameters].index(True)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not (args[0] is ... or isinstance(args[0], (list, tuple, ParamSpec))):
            return (args,)
        if isinstance(args[at], list):
            return (*args[:at], tuple(args[at]), *args[at + 1:])
        return args


class _OfParamSpec:
    __module__ = "typing"
    __slots__ = ("__origin__", "__weakref__")

    def __new__(cls, origin):
        self = object.__new__(cls)
        object.__setattr__(self, "__origin__", origin)
        return self

    def __repr__(self):
        kind = "args" if isinstance(self, ParamSpecArgs) else "kwargs"
        return f"{getattr(self.__origin__, '__name__', repr(self.__origin__))}.{kind}"

    def __setattr__(self, name, value):
        if name == "__origin__":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute {name!r}")

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__ or NotImplemented

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_OfParamSpec):
    __module__ = "typing"
    __slots__ = ()


class ParamSpecKwargs(_OfParamSpec):
    __module__ = "typing"
    __slots__ = ()


class TypeVarTuple(_TypeParameter):
    __module__ = "typing"
    _fixed = ("__name__",)
    _computed = ()

    def __new__(cls, name):
        if not isinstance(name, str):
            raise TypeError(f"typevartuple() argument 'name' must be str, not {_type_name(name)}")
        self = object.__new__(cls)
        object.__setattr__(self, "__name__", name)
        self.__module__ = _caller_module()
        return self

    def __iter__(self):
        yield _UnpackGenericAlias(self)

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        left = [each is self for each in parameters].index(True)
        right = len(parameters) - left - 1
        if len(args) < left + right:
            raise TypeError(
                f"Too few arguments for {alias}; actual {len(args)}, expected at least {left + right}")
        end = len(args) - right
        return (*args[:left], tuple(args[left:end]), *args[end:])


def _type_parameter(cls, name, infer, covariant, contravariant):
    self = object.__new__(cls)
    for key, value in (("__name__", name), ("__infer_variance__", infer), ("__covariant__", covariant),
                       ("__contravariant__", contravariant)):
        object.__setattr__(self, key, value)
    return self


def _computed_once(self, name):
    """What a function says that is asked at most once; if it raises, it is asked again."""
    known = object.__getattribute__(self, name)
    if type(known) is not _Known:
        known = _Known(known())
        object.__setattr__(self, name, known)
    return known.value


class _Known:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value


class TypeAliasType:
    __module__ = "typing"
    __slots__ = ("__name__", "_type_params", "_value", "_module")

    def __new__(cls, name, value, *, type_params=None):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {_type_name(name)}")
        if type_params is not None and not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        return _alias_of(name, type_params, _Known(value), _caller_module())

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __setattr__(self, name, value):
        if name == "__name__":
            raise AttributeError("readonly attribute")
        if name in ("__value__", "__type_params__", "__parameters__", "__module__"):
            raise AttributeError(f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")

    def __getattribute__(self, name):
        if name == "__module__":
            return object.__getattribute__(self, "_module")
        return object.__getattribute__(self, name)

    @property
    def __value__(self):
        return _computed_once(self, "_value")

    @property
    def __type_params__(self):
        return self._type_params or ()

    @property
    def __parameters__(self):
        return _unpacked_parameters(self._type_params or ())

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if self._type_params is None:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __reduce__(self):
        return self.__name__


def _alias_of(name, type_params, value, module):
    self = object.__new__(TypeAliasType)
    for key, content in (("__name__", name), ("_type_params", type_params), ("_value", value),
                         ("_module", module)):
        object.__setattr__(self, key, content)
    return self


def _unpacked_parameters(parameters):
    return tuple([_UnpackGenericAlias(each) if isinstance(each, TypeVarTuple) else each for each in parameters])


class _GenericAlias:
    """`C[int]` of a generic class, and the base that the class itself gets."""

    __module__ = "typing"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)

    def __repr__(self):
        inner = ", ".join([_typing_text(arg) for arg in self.__args__]) or "()"
        return f"{_typing_text(self.__origin__)}[{inner}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return _load("operator").getitem, (self.__origin__, args)

    def __call__(self, /, *args, **names):
        made = self.__origin__(*args, **names)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __getitem__(self, items):
        if self.__origin__ is Generic:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        return _GenericAlias(self.__origin__, _with_arguments(self, self.__args__, self.__parameters__, items))

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name[:2] == "__" and name[-2:] == "__"):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            at = [each is self for each in bases].index(True)
            if any(isinstance(each, _GenericAlias) and each is not self for each in bases[at + 1:]):
                return ()
        return (self.__origin__,)

    def __or__(self, other):
        return _typing_union(self, other)

    def __instancecheck__(self, value):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        raise SystemError("opstep has no typing.Unpack: a starred generic class is made by the typing module")


class _UnpackGenericAlias:
    """`*Ts`"""

    __module__ = "typing"
    __typing_is_unpacked_typevartuple__ = True
    __typing_unpacked_tuple_args__ = None

    def __init__(self, of):
        self.__args__ = self.__parameters__ = (of,)

    def __repr__(self):
        return f"typing.Unpack[{self.__args__[0]!r}]"

    def __eq__(self, other):
        if not isinstance(other, _UnpackGenericAlias):
            return NotImplemented
        return self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__args__)

    def __getitem__(self, items):
        return items


def _typing_text(value):
    if isinstance(value, tuple):
        return "[" + ", ".join([_typing_text(item) for item in value]) + "]"
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return "..." if value is ... else repr(value)


class Generic:
    __module__ = "typing"
    __slots__ = ()

    def __class_getitem__(cls, items):
        if not isinstance(items, tuple):
            items = (items,)
        items = tuple([type(None) if item is None else item for item in items])
        if cls is Generic:
            if not items:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(hasattr(item, "__typing_subst__") or isinstance(item, _UnpackGenericAlias) for item in items):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables "
                    f"or parameter specification variables.")
            if len(set(items)) != len(items):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, items)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                items = prepare(cls, items)
        if len(items) != len(parameters):
            which = "many" if len(items) > len(parameters) else "few"
            raise TypeError(f"Too {which} arguments for {cls}; actual {len(items)}, expected {len(parameters)}")
        args = []
        for parameter, item in zip(parameters, items):
            if isinstance(parameter, TypeVarTuple):
                args.extend(item)
            else:
                args.append(parameter.__typing_subst__(item))
        return _GenericAlias(cls, tuple(args))

    def __init_subclass__(cls, *args, **names):
        super().__init_subclass__(*args, **names)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in (cls.__bases__ if bases is None else bases) and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = () if bases is None else _parameters_of_class(bases)


def _parameters_of_class(bases):
    found = _parameters_of(bases)
    own = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if own is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            own = base.__parameters__
    if own is None:
        return found
    missing = [each for each in found if each not in own]
    if missing:
        names = ", ".join([str(each) for each in missing])
        listed = ", ".join([str(each) for each in own])
        raise TypeError(f"Some type variables ({names}) are not listed in Generic[{listed}]")
    return own


def _make_type_var(name, bound=None, constraints=None):
    self = _type_parameter(TypeVar, name, True, False, False)
    object.__setattr__(self, "_bound", _Known(None) if bound is None else bound)
    object.__setattr__(self, "_constraints", _Known(()) if constraints is None else constraints)
    return self


def _make_bound_type_var(name, bound):
    return _make_type_var(name, bound)


def _make_constrained_type_var(name, constraints):
    return _make_type_var(name, None, constraints)


def _make_param_spec(name):
    self = _type_parameter(ParamSpec, name, True, False, False)
    object.__setattr__(self, "__bound__", None)
    return self


def _make_type_var_tuple(name):
    self = object.__new__(TypeVarTuple)
    object.__setattr__(self, "__name__", name)
    return self


def _make_type_alias(parts):
    name, type_params, value = parts
    return _alias_of(name, type_params, value, value.__module__)


def _subscript_generic(parameters):
    return _GenericAlias(Generic, _unpacked_parameters(parameters))
