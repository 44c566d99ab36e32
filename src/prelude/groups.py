

def _group_new(cls, message, exceptions):
    if _special(exceptions, "__getitem__") is None:
        raise TypeError("second argument (exceptions) must be a sequence")
    return BaseExceptionGroup.__new__(cls, message, tuple(exceptions))


def _group_split(group, matcher):
    return _split_group(group, _group_matcher(matcher), True)


def _group_subgroup(group, matcher):
    return _split_group(group, _group_matcher(matcher), False)[0]


def _group_matcher(matcher):
    """What says of an exception whether it is wanted."""
    if type(matcher) is _FUNCTION:
        return matcher
    classes = matcher if type(matcher) is tuple else (matcher,)
    for cls in classes:
        if not _is_class(cls) or not _derives(cls, BaseException):
            raise TypeError("expected a function, exception type or tuple of exception types")
    return lambda exception: _is_one_of(exception, classes)


def _is_one_of(exception, classes):
    for cls in classes:
        if _derives(type(exception), cls):
            return True
    return False


def _is_group(exception):
    return _derives(type(exception), BaseExceptionGroup)


def _split_group(exception, wanted, with_rest):
    """The part that is wanted and, if asked for, the rest; None for a part that is empty."""
    if wanted(exception):
        return exception, None
    if not _is_group(exception):
        return None, exception if with_rest else None
    matching = []
    others = []
    for each in exception.exceptions:
        match, rest = _split_group(each, wanted, with_rest)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return _group_part(exception, matching), _group_part(exception, others)


def _group_part(group, exceptions):
    """A group of some of the group's exceptions that is like it otherwise."""
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if notes is not None and _special(notes, "__getitem__") is not None:
        part.__notes__ = list(notes)
    return part


def _match_group(exception, classes):
    """For `except*`: what is left of the exception, and what matches."""
    if exception is None:
        return None, None
    for cls in classes if isinstance(classes, tuple) else (classes,):
        if not _is_class(cls) or not _derives(cls, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    for cls in classes if isinstance(classes, tuple) else (classes,):
        if issubclass(cls, BaseExceptionGroup):
            raise TypeError(
                "catching ExceptionGroup with except* is not allowed. Use except instead.")
    if _is_one_of(exception, classes if isinstance(classes, tuple) else (classes,)):
        return None, exception if _is_group(exception) else ExceptionGroup("", (exception,))
    if _is_group(exception):
        match, rest = exception.split(classes)
        return rest, match
    return exception, None


def _prepare_reraise(original, exceptions):
    """What `except*` raises at its end, of what its clauses have raised and left."""
    if not exceptions:
        return None
    if not _is_group(original):
        return exceptions[0]
    raised = []
    kept = []
    for each in exceptions:
        if each is not None:
            if _is_like(each, original):
                _collect_leaves(each, kept)
            else:
                raised.append(each)
    rest = _split_group(original, lambda each: not _is_group(each) and _is_among(each, kept), False)[0]
    if rest is not None:
        if not raised:
            return rest
        raised.append(rest)
    if not raised:
        return None
    return raised[0] if len(raised) == 1 else BaseExceptionGroup("", raised)


def _is_like(a, b):
    return (a.__traceback__ is b.__traceback__ and a.__cause__ is b.__cause__
            and a.__context__ is b.__context__ and _notes(a) is _notes(b))


def _notes(exception):
    return exception.__dict__.get("__notes__")


def _collect_leaves(exception, leaves):
    if _is_group(exception):
        for each in exception.exceptions:
            _collect_leaves(each, leaves)
    else:
        leaves.append(exception)


def _is_among(exception, exceptions):
    for each in exceptions:
        if each is exception:
            return True
    return False


_FUNCTION = type(_is_among)
