"""What `typing` takes from C: the machine makes these for the syntax of type parameters."""


def _generic[T, *Ts, **P](): ...


type _Alias = int


class _Derived[T]: ...


TypeVar, TypeVarTuple, ParamSpec = [type(each) for each in _generic.__type_params__]
ParamSpecArgs = type(_generic.__type_params__[2].args)
ParamSpecKwargs = type(_generic.__type_params__[2].kwargs)
TypeAliasType = type(_Alias)
Generic = _Derived.__bases__[0]


def _idfunc(value):
    return value
