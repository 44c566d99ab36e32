

def _call_weak(refs):
    """Tells those who wanted to know that what they referred to has died."""
    for ref in refs:
        callback = _take_callback(ref)
        try:
            callback(ref)
        except BaseException as error:
            _unraisable(callback, error)


def _weak_hash(ref):
    target = ref()
    if target is None:
        raise TypeError("weak object has gone away")
    return _keep_hash(ref, hash(target))


def _remove_dead_weakref(table, key):
    ref = table.get(key)
    if ref is not None and ref() is None:
        del table[key]


class ProxyType:
    """Stands for an object without keeping it."""

    __module__ = "weakref"
    __slots__ = ("_ref", "__weakref__")

    def __new__(cls, *args):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_target_of(self), name)

    def __setattr__(self, name, value):
        setattr(_target_of(self), name, value)

    def __delattr__(self, name):
        delattr(_target_of(self), name)

    def __repr__(self):
        target = _target_of(self)
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"

    def __hash__(self):
        raise TypeError(f"unhashable type: 'weakref.{type(self).__name__}'")

    def __str__(self):
        return str(_target_of(self))

    def __bytes__(self):
        return bytes(_target_of(self))

    def __bool__(self):
        return bool(_target_of(self))

    def __len__(self):
        return len(_target_of(self))

    def __iter__(self):
        return iter(_target_of(self))

    def __next__(self):
        return next(_target_of(self))

    def __reversed__(self):
        return reversed(_target_of(self))

    def __contains__(self, item):
        return _bare(item) in _target_of(self)

    def __getitem__(self, key):
        return _target_of(self)[_bare(key)]

    def __setitem__(self, key, value):
        _target_of(self)[_bare(key)] = _bare(value)

    def __delitem__(self, key):
        del _target_of(self)[_bare(key)]

    def __int__(self):
        return int(_target_of(self))

    def __float__(self):
        return float(_target_of(self))

    def __index__(self):
        return _index(_target_of(self))

    def __neg__(self):
        return -_target_of(self)

    def __pos__(self):
        return +_target_of(self)

    def __invert__(self):
        return ~_target_of(self)

    def __abs__(self):
        return abs(_target_of(self))

    def __eq__(self, other):
        return _target_of(self) == _bare(other)

    def __ne__(self, other):
        return _target_of(self) != _bare(other)

    def __lt__(self, other):
        return _target_of(self) < _bare(other)

    def __le__(self, other):
        return _target_of(self) <= _bare(other)

    def __gt__(self, other):
        return _target_of(self) > _bare(other)

    def __ge__(self, other):
        return _target_of(self) >= _bare(other)

    def __add__(self, other):
        return _target_of(self) + _bare(other)

    def __radd__(self, other):
        return _bare(other) + _target_of(self)

    def __iadd__(self, other):
        target = _target_of(self)
        target += _bare(other)
        return target

    def __sub__(self, other):
        return _target_of(self) - _bare(other)

    def __rsub__(self, other):
        return _bare(other) - _target_of(self)

    def __isub__(self, other):
        target = _target_of(self)
        target -= _bare(other)
        return target

    def __mul__(self, other):
        return _target_of(self) * _bare(other)

    def __rmul__(self, other):
        return _bare(other) * _target_of(self)

    def __imul__(self, other):
        target = _target_of(self)
        target *= _bare(other)
        return target

    def __truediv__(self, other):
        return _target_of(self) / _bare(other)

    def __rtruediv__(self, other):
        return _bare(other) / _target_of(self)

    def __itruediv__(self, other):
        target = _target_of(self)
        target /= _bare(other)
        return target

    def __floordiv__(self, other):
        return _target_of(self) // _bare(other)

    def __rfloordiv__(self, other):
        return _bare(other) // _target_of(self)

    def __ifloordiv__(self, other):
        target = _target_of(self)
        target //= _bare(other)
        return target

    def __mod__(self, other):
        return _target_of(self) % _bare(other)

    def __rmod__(self, other):
        return _bare(other) % _target_of(self)

    def __imod__(self, other):
        target = _target_of(self)
        target %= _bare(other)
        return target

    def __pow__(self, other):
        return _target_of(self) ** _bare(other)

    def __rpow__(self, other):
        return _bare(other) ** _target_of(self)

    def __ipow__(self, other):
        target = _target_of(self)
        target **= _bare(other)
        return target

    def __lshift__(self, other):
        return _target_of(self) << _bare(other)

    def __rlshift__(self, other):
        return _bare(other) << _target_of(self)

    def __ilshift__(self, other):
        target = _target_of(self)
        target <<= _bare(other)
        return target

    def __rshift__(self, other):
        return _target_of(self) >> _bare(other)

    def __rrshift__(self, other):
        return _bare(other) >> _target_of(self)

    def __irshift__(self, other):
        target = _target_of(self)
        target >>= _bare(other)
        return target

    def __and__(self, other):
        return _target_of(self) & _bare(other)

    def __rand__(self, other):
        return _bare(other) & _target_of(self)

    def __iand__(self, other):
        target = _target_of(self)
        target &= _bare(other)
        return target

    def __or__(self, other):
        return _target_of(self) | _bare(other)

    def __ror__(self, other):
        return _bare(other) | _target_of(self)

    def __ior__(self, other):
        target = _target_of(self)
        target |= _bare(other)
        return target

    def __xor__(self, other):
        return _target_of(self) ^ _bare(other)

    def __rxor__(self, other):
        return _bare(other) ^ _target_of(self)

    def __ixor__(self, other):
        target = _target_of(self)
        target ^= _bare(other)
        return target

    def __matmul__(self, other):
        return _target_of(self) @ _bare(other)

    def __rmatmul__(self, other):
        return _bare(other) @ _target_of(self)

    def __imatmul__(self, other):
        target = _target_of(self)
        target @= _bare(other)
        return target


class CallableProxyType(ProxyType):
    __module__ = "weakref"
    __slots__ = ()

    def __call__(self, /, *args, **names):
        return _target_of(self)(*args, **names)


def _weak_proxy(target, callback):
    proxy = object.__new__(CallableProxyType if callable(target) else ProxyType)
    told = None if callback is None else lambda ref: callback(proxy)
    object.__setattr__(proxy, "_ref", _WeakRef(target, told))
    return proxy


def _target_of(proxy):
    target = object.__getattribute__(proxy, "_ref")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _bare(value):
    return _target_of(value) if type(value) in (ProxyType, CallableProxyType) else value


_WeakRef = _modules()["_weakref"].ref
_modules()["_weakref"].ProxyType = ProxyType
_modules()["_weakref"].CallableProxyType = CallableProxyType

for _each in (GenericAlias, UnionType, TypeVar, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple,
              TypeAliasType, ProxyType, CallableProxyType):
    _fix_class(_each)
