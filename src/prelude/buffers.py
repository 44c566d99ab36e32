

_FULL_RO = 0x11C


class _buffer_wrapper:
    """Stands between views and the object whose `__buffer__` gave their bytes: the object is told when the last of
    them has gone. `mv` is the view that it gave, if it gave one; `obj` is nobody if the bytes are the view's own."""
    __slots__ = ("mv", "obj")

    def __del__(self):
        view, lender = self.mv, self.obj
        _give_back(view)
        if lender is None or not _is_told(lender):
            return
        # A builtin base has lent them, and tells it itself.
        if view is not None and _is_of(view, lender):
            return
        if view is None:
            view = _plain_view(lender)
        try:
            _special(lender, "__release_buffer__")(lender, view)
        except BaseException as error:
            _unraisable(lender, error)
        if self.mv is None:
            view.release()


_buffer_wrapper.__module__ = "builtins"


def _borrowed(made, view, lender):
    wrapper = _buffer_wrapper()
    wrapper.mv = view
    wrapper.obj = lender
    return _borrow(made, wrapper, view)


def _memory_of_lender(lender, flags=_FULL_RO):
    view = _special(lender, "__buffer__")(lender, flags)
    if not _derives(type(view), memoryview):
        raise TypeError("__buffer__ returned non-memoryview object")
    return _borrowed(_view_as_asked(view, flags), view, lender)


def _with_bytes(lender, function, flags=_FULL_RO):
    """What the function makes of a view of the object's bytes."""
    view = _memory_of_lender(lender, flags)
    try:
        return function(view)
    finally:
        view.release()


def _lent_bytes(lender, flags=_FULL_RO):
    return _with_bytes(lender, bytes, flags)


def _with_views(function, given):
    """The same call with views in the place of those that lend their bytes, also of those in a list or tuple."""
    views = []
    try:
        return function(*[_as_view(each, views) for each in given])
    finally:
        for view in views:
            view.release()


def _as_view(value, views):
    if _lends(value):
        views.append(_memory_of_lender(value, 0))
        return views[-1]
    if type(value) is list or type(value) is tuple:
        return type(value)([_as_view(each, views) if _lends(each) else each for each in value])
    return value


def _bytes_join(separator, items):
    items = _items_to_join(items)
    views = []
    try:
        for at, item in enumerate(items):
            if _lends(item):
                items[at] = _view_to_join(at, item)
                views.append(items[at])
        return separator.join(items)
    finally:
        for view in views:
            view.release()


def _view_to_join(at, item):
    """Whatever is wrong with it, it is no bytes-like object."""
    try:
        return _memory_of_lender(item, 0)
    except BaseException:
        pass
    raise TypeError(f"sequence item {at}: expected a bytes-like object, {type(item).__name__} found")


def _bytearray_iadd(array, other):
    def add(view):
        nonlocal array
        array += view
        return array
    return _with_bytes(other, add, 0)
