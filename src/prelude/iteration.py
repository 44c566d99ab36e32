

def _iter(value, sentinel=None):
    answer = _special(value, "__iter__")(value)
    if _special(answer, "__next__") is None:
        raise TypeError("iter() returned non-iterator of type '" + type(answer).__name__ + "'")
    return answer


def _next(iterator):
    """The next item of an iterator that has others inside."""
    parts = _iter_parts(iterator)
    kind = parts[0]
    if kind == "enumerate":
        item = next(parts[1])
        _iter_set(iterator, parts[2] + 1)
        return (parts[2], item)
    if kind == "zip":
        return _next_zip(parts[1], parts[2])
    if kind == "map":
        if len(parts[2]) == 1:
            return parts[1](next(parts[2][0]))
        return parts[1](*[next(each) for each in parts[2]])
    if kind == "filter":
        while True:
            item = next(parts[2])
            if item if parts[1] is None else parts[1](item):
                return item
    if kind == "getitem":
        if parts[1] is None:
            raise StopIteration
        if parts[2] == 0x7FFFFFFFFFFFFFFF:
            raise OverflowError("iter index too large")
        try:
            item = parts[1][parts[2]]
        except (IndexError, StopIteration):
            _iter_set(iterator, None)
            raise StopIteration from None
        _iter_set(iterator, parts[2] + 1)
        return item
    if kind == "getitem backwards":
        if parts[1] is None or parts[2] <= 0:
            _iter_set(iterator, None)
            raise StopIteration
        try:
            item = parts[1][parts[2] - 1]
        except (IndexError, StopIteration):
            _iter_set(iterator, None)
            raise StopIteration from None
        except BaseException:
            _iter_set(iterator, None)
            raise
        _iter_set(iterator, parts[2] - 1)
        return item
    if kind == "callable":
        if parts[1] is None:
            raise StopIteration
        try:
            item = parts[1]()
        except StopIteration:
            _iter_set(iterator, None)
            raise StopIteration from None
        if _iter_parts(iterator)[1] is None:
            # The call has used it up itself.
            raise StopIteration
        if parts[2] is item or parts[2] == item:
            _iter_set(iterator, None)
            raise StopIteration
        return item
    raise StopIteration


def _next_zip(iterators, strict):
    if not iterators:
        raise StopIteration
    items = []
    for each in iterators:
        try:
            items.append(next(each))
        except StopIteration:
            if not strict:
                raise
            _check_strict(iterators, len(items))
            raise
    return tuple(items)


def _check_strict(iterators, number):
    if number:
        shown = "argument 1" if number == 1 else f"arguments 1-{number}"
        raise ValueError(f"zip() argument {number + 1} is shorter than {shown}")
    for each in iterators[1:]:
        number += 1
        try:
            next(each)
        except StopIteration:
            continue
        shown = "argument 1" if number == 1 else f"arguments 1-{number}"
        raise ValueError(f"zip() argument {number + 1} is longer than {shown}")


_MISSING = object()


def _next_default(iterator, default=_MISSING):
    method = _special(iterator, "__next__")
    if default is _MISSING:
        return method(iterator)
    try:
        return method(iterator)
    except StopIteration:
        return default


def _take(iterable, most, with_rest):
    """The first `most` items; with the rest, which is collected as into a list, if that is wanted."""
    items = []
    iterator = iter(iterable)
    if most > 0:
        for item in _as_it_is(iterator):
            items.append(item)
            if len(items) == most:
                break
    if with_rest and len(items) == most:
        _list_extend(items, iterator)
    return items


def _enumerate_new(cls, iterable, start=0):
    start = _index(start)
    return _make_iterator(cls, "enumerate", iter(iterable), start)


def _zip_new(cls, *iterables, strict=False):
    strict = True if strict else False
    return _make_iterator(cls, "zip", tuple([iter(each) for each in iterables]), strict)


def _map_new(cls, function, *iterables, **names):
    return _make_iterator(cls, "map", function, tuple([iter(each) for each in iterables]))


def _filter_new(cls, function, iterable, **names):
    return _make_iterator(cls, "filter", function, iter(iterable))


def _send_to(receiver, value):
    return receiver.send(value)


def _iterator_reduce(iterator):
    """How the iterator can be made again: what it walks over, and where it stands."""
    kind, *parts = _iter_parts(iterator)
    cls = type(iterator)
    if kind == "enumerate":
        return cls, tuple(parts)
    if kind == "zip":
        return (cls, parts[0], True) if parts[1] else (cls, parts[0])
    if kind == "map":
        return cls, (parts[0], *parts[1])
    if kind == "filter":
        return cls, tuple(parts)
    if kind == "callable":
        return (iter, ((),)) if parts[0] is None else (iter, tuple(parts))
    if kind == "getitem":
        return (iter, ((),)) if parts[0] is None else (iter, (parts[0],), parts[1])
    if cls.__name__ == "generic_alias_iterator":
        starred = parts[0][parts[1]:] if parts[0] else ()
        return iter, tuple([GenericAlias(each.__origin__, each.__args__) for each in starred]) or ((),)
    if kind == "sequence":
        return (iter, (parts[0],), parts[1]) if parts[0] is not None else (iter, (_emptied(cls),))
    if kind == "backwards":
        if parts[0] is None:
            return (iter, ([],)) if cls.__name__ == "list_reverseiterator" else (cls, ((),))
        return reversed, (parts[0],), parts[1] - 1
    if kind == "getitem backwards":
        return (cls, ((),)) if parts[0] is None else (cls, (parts[0],), parts[1] - 1)
    if kind == "range":
        start, stop, step = parts
        return iter, (range(start, stop, step),), None
    return iter, (list(_iterator_copy(iterator)),)


def _emptied(cls):
    return "" if cls.__name__.startswith("str") else () if cls.__name__ != "list_iterator" else []


def _iterator_set_state(iterator, state):
    kind, *parts = _iter_parts(iterator)
    if kind in ("sequence", "backwards", "getitem") and not isinstance(state, int):
        raise TypeError("an integer is required")
    state = _index(state)
    if kind == "range":
        start, stop, step = parts
        left = len(range(start, stop, step))
        _iterator_move(iterator, min(max(state, 0), left))
    elif kind == "sequence" and parts[0] is not None:
        _iterator_move(iterator, min(max(state, 0), len(parts[0])))
    elif kind == "backwards" and parts[0] is not None:
        _iterator_move(iterator, min(max(state, -1), len(parts[0]) - 1) + 1)
    elif kind == "getitem backwards" and parts[0] is not None:
        _iterator_move(iterator, min(max(state, -1), len(parts[0]) - 1) + 1)
    elif kind == "getitem" and parts[0] is not None:
        _iterator_move(iterator, max(state, 0))
    elif kind == "zip":
        _iterator_move(iterator, 1 if state else 0)


def _reversed(cls, value, **names):
    method = _special(value, "__reversed__")
    if method is not None:
        return method(value)
    return _make_iterator(cls, "getitem backwards", value, len(value))


def _items_left(iterator):
    """`__length_hint__` of what goes through a sequence of the program."""
    kind, of, at = _iter_parts(iterator)
    if of is None:
        return 0
    if kind == "getitem backwards":
        return at if at <= len(of) else 0
    if _special(of, "__len__") is None:
        return NotImplemented
    return max(len(of) - at, 0)


def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _generator_close(generator):
    try:
        _throw(generator, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return None
    raise RuntimeError(type(generator).__name__.replace("_", " ") + " ignored GeneratorExit")


def _generator_del(generator, state):
    if state == "created" and _is_coroutine(generator):
        _warn_unawaited(generator, False)
        return
    try:
        generator.close() if hasattr(generator, "close") else _generator_close(generator)
    except BaseException as error:
        _unraisable(generator, error)


def _throw_made(generator, cls, args):
    raised = cls(*args)
    if not isinstance(raised, BaseException):
        raise TypeError(f"calling {cls!r} should have returned an instance of BaseException, not {type(raised)!r}")
    return _throw(generator, raised)


def _close_and_throw(generator, inner, raised):
    """An exit first closes what the generator delegates to."""
    close = None
    try:
        close = getattr(inner, "close", None)
    except BaseException as error:
        _unraisable(inner, error)
    try:
        if close is not None:
            close()
    except BaseException as error:
        raised = error
    # What was delegated to is held no longer.
    del inner, close
    return _throw_here(generator, raised)


def _throw_into_other(generator, throw, args):
    """What the generator delegates to is no generator."""
    try:
        answer = throw(*args)
    except BaseException as error:
        raised = error
    else:
        _suspend(generator)
        return answer
    return _throw_here(generator, raised)


def _throw_by_name(generator, inner, args):
    throw = getattr(inner, "throw", None)
    if throw is None:
        return _throw_here(generator, *args)
    return _throw_into_other(generator, throw, args)


def _rest():
    """Where finalizers return to once the program has ended."""


def _awaitable(value):
    answer = _special(value, "__await__")(value)
    if _is_coroutine(answer):
        raise TypeError("__await__() returned a coroutine")
    if _special(answer, "__next__") is None:
        raise TypeError(f"__await__() returned non-iterator of type '{type(answer).__name__}'")
    return answer


def _anext_awaitable(value):
    try:
        if _special(value, "__await__") is None:
            raise TypeError(f"object {type(value).__name__} can't be used in 'await' expression")
        return _awaitable(value)
    except BaseException as error:
        raise TypeError(
            f"'async for' received an invalid object from __anext__: {type(value).__name__}") from error


def _aiter(value):
    method = _special(value, "__aiter__")
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object is not an async iterable")
    answer = method(value)
    if _special(answer, "__anext__") is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(answer).__name__}'")
    return answer


def _anext(value, default=_MISSING):
    method = _special(value, "__anext__")
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object is not an async iterator")
    awaitable = method(value)
    if default is _MISSING:
        return awaitable
    return _AnextAwaitable(awaitable, default)
