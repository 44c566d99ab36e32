# Exception groups: parts are taken out by class, by condition, and put into groups like the old one.
inner = ExceptionGroup("inner", [ValueError(1), KeyError(2)])
group = ExceptionGroup("outer", [inner, TypeError(3)])
print(group.message, group.exceptions, str(group), repr(inner), ExceptionGroup.__class_getitem__(int), group.__str__(), BaseExceptionGroup("b", [KeyboardInterrupt()]))
print(group.subgroup(ValueError), group.subgroup((KeyError, TypeError)).exceptions, group.subgroup(lambda e: isinstance(e, TypeError)), group.subgroup(OSError))
match, rest = group.split(KeyError)
print(match.exceptions[0].exceptions, rest.exceptions, inner.split(Exception)[1], inner.split(OSError)[0], group.derive([OSError()]))
print(BaseExceptionGroup.__new__(BaseExceptionGroup, "made", [ValueError()]), type(BaseExceptionGroup("x", [ValueError()])).__name__, ExceptionGroup.__weakref__)


class Own(ExceptionGroup):
    def derive(self, excs):
        return Own("derived", excs)


print(repr(Own("o", [ValueError(1), KeyError(2)]).split(ValueError)), Own("o", [ValueError()]).subgroup(ValueError).message)
for call in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup(5, [ValueError()]),
             lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: group.split(5), lambda: group.subgroup(), lambda: ExceptionGroup("x"),
             lambda: setattr(group, "message", 1), lambda: setattr(group, "exceptions", ())):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
