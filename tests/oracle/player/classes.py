"""Classes with a choice of special methods, and what is done with their objects: so that natives call them."""
from .values import Values

METHODS = {
    "__eq__": ("other", ["return self.v == getattr(other, 'v', other)", "return NotImplemented", "return True"]),
    "__ne__": ("other", ["return self.v != getattr(other, 'v', None)"]),
    "__hash__": ("", ["return hash(self.v)", "return 7"]),
    "__lt__": ("other", ["return self.v < getattr(other, 'v', other)", "return NotImplemented"]),
    "__gt__": ("other", ["return self.v > getattr(other, 'v', other)"]),
    "__le__": ("other", ["return self.v <= other.v"]),
    "__len__": ("", ["return 3", "return self.v", "return 'x'"]),
    "__bool__": ("", ["return self.v > 1", "return False", "return 1"]),
    "__iter__": ("", ["return iter([self.v, 2])", "try:\n    yield self.v\n    yield from (1, 2)\nfinally: pass", "self.n = 0\nreturn self", "return 5"]),
    "__next__": ("", ["self.n = getattr(self, 'n', 0) + 1\nif self.n > 3: raise StopIteration(self.n)\nreturn self.n"]),
    "__reversed__": ("", ["return iter((2, 1))"]),
    "__getitem__": ("key", ["if key == 3: raise IndexError('no more')\nreturn key", "return self.v", "raise KeyError(key)"]),
    "__setitem__": ("key, value", ["self.v = value"]),
    "__delitem__": ("key", ["self.v = 0"]),
    "__contains__": ("item", ["return item == self.v", "return [item]"]),
    "__call__": ("*args, **kw", ["return (self.v, args, kw)", "return len(args)"]),
    "__enter__": ("", ["return self", "return self.v", "raise RuntimeError('entering')"]),
    "__exit__": ("*what", ["return what[0] is ValueError", "return True", "self.v = 9", "print('left', what[0])"]),
    "__getattr__": ("name", ["return name * 2", "raise AttributeError(name)", "if name == 'zz': return 1\nraise AttributeError(f'no {name}')"]),
    "__setattr__": ("name, value", ["object.__setattr__(self, name, value)", "self.__dict__[name] = value"]),
    "__delattr__": ("name", ["object.__delattr__(self, name)", "raise TypeError('stays')"]),
    "__add__": ("other", ["return type(self)(self.v + getattr(other, 'v', other))", "return NotImplemented", "return 11"]),
    "__radd__": ("other", ["return other + self.v", "return NotImplemented"]),
    "__iadd__": ("other", ["self.v += 1\nreturn self"]),
    "__mul__": ("other", ["return self.v * 2"]),
    "__rsub__": ("other", ["return 'rsub'"]),
    "__neg__": ("", ["return -self.v"]),
    "__invert__": ("", ["return self"]),
    "__index__": ("", ["return 2", "return self.v", "return 'no'"]),
    "__int__": ("", ["return 4", "return 2.5"]),
    "__float__": ("", ["return 1.5"]),
    "__format__": ("spec", ["return f'<{spec}>'", "return format(self.v, spec)"]),
    "__str__": ("", ["return 'str of ' + repr(self.v)", "return 5"]),
    "__del__": ("", ["print('gone', self.v)"]),
    "__dir__": ("", ["return ['z', 'a']"]),
    "__length_hint__": ("", ["return 4"]),
    "__abs__": ("", ["return self.v"]),
    "__round__": ("*digits", ["return digits"]),
    "__divmod__": ("other", ["return 'divmod'"]),
    "__matmul__": ("other", ["return [self, other]"]),
    "__getattribute__": ("name", ["return object.__getattribute__(self, name)"]),
}
# Hashes of objects and the order of sets of them come from addresses: they are asked for, and never shown.
USES = [
    "{o} + {i}", "{i} + {o}", "{o} - 1", "{i} - {o}", "{o} * 2", "2 * {o}", "{o} == {p}", "{o} != {p}", "{o} < {p}", "{o} >= {p}", "len({o})", "bool({o})", "not {o}", "[*{o}][:5]", "list({o})[:5]",
    "tuple({o})[:5]", "{o}[1]", "{o}['k']", "{o}[1:2]", "{i} in {o}", "{o} in [1, {p}]", "[1, {p}].index({o})", "[{p}, 1].count({o})", "{o}(1, k=2)", "{o}()", "f'{{{o}}} {{{o}!r}} {{{o}:>5}}'",
    "{{{o}: 1, {p}: 2}}", "len({{{o}, {p}}})", "{{{o}: 1}}.get({p})", "sorted([{o}, {p}, {o}])", "max({o}, {p})", "min([{o}, {p}], default=0)", "sum([{o}, {p}])", "{o}.zz", "{o}.v", "-{o}", "~{o}", "abs({o})", "round({o})",
    "range({o})", "int({o})", "float({o})", "str({o})", "repr({o})", "'%s %r %d' % ({o}, {o}, 1)", "'%d' % {o}", "list(zip({o}, 'ab'))", "dict.fromkeys([{o}])", "isinstance({o}, {c})", "hasattr({o}, 'zz')", "{o}.m({i})",
    "{c}.make({i})", "{c}.plain()", "{o}.prop", "getattr({o}, 'zz', 'default')", "iter({o})", "next({o})", "list(reversed({o}))", "sorted({o})", "any({o})", "'-'.join({o})", "[0, 1, 2, 3][{o}]", "'ab' * {o}", "divmod({o}, 2)",
    "{o} @ {p}", "len({{{o}}})", "enumerate({o}).__next__()", "a, *b = {o}", "a, b = {o}", "{o}[0] = 5", "del {o}[0]", "{o}.v = 3", "{o}.new = 4", "del {o}.v", "{o}.prop = 2", "{o} += 1", "print({o}, [{o}], ({o},))", "map({o}, [1, 2]).__next__()",
    "{o} and 1 or 2", "1 if {o} else 2", "{o} is {p}", "type({o}).__name__", "sorted([2, 1], key={o})", "set({o})", "bytes({o})", "dir({o})[:2]", "vars({o})", "format({o}, '>8')", "list(map(str, [{o}, {p}]))", "max([{o}, {p}], key=lambda q: q.v)",
]
BASES = ["", "", "", "", "(list)", "(dict)", "(str)", "(int)", "(Exception)", "(tuple)", "(set)"]


class Classes(Values):
    def class_(self):
        name = self.new("C")
        self.budget -= 2
        chosen = self.random.sample(list(METHODS), self.pick(3, 6, 10, 15))
        base, parent = self.random.choice(BASES), None
        if self.classes and self.chance(35):
            parent = self.random.choice(self.classes)[0]
            base = f"({parent})"
        if self.chance(8):
            self.emit(0, "@(lambda c: c)")
        self.emit(0, f"class {name}{base}:")
        if self.chance(12) and base == "":
            self.emit(1, "__slots__ = ('v', 'n')")
        self.emit(1, f"shared = {self.expr('int', 1)}")
        if self.chance(80) or not parent:
            self.constructor(base, parent)
        for method in chosen:
            self.method(method, parent)
        self.usual(name)
        self.classes.append((name, chosen))
        if self.chance(25):
            self.emit(0, f"{name}.added = lambda self: self.v")

    def constructor(self, base, parent):
        self.emit(1, "def __init__(self, v=0):")
        if parent and self.chance(60):
            self.emit(2, self.pick("super().__init__(v)", "super().__init__()", f"{parent}.__init__(self, v)"))
        elif base == "(Exception)":
            self.emit(2, "super().__init__(v, 'more')")
        self.emit(2, "self.v = v")

    def method(self, name, parent):
        arguments, bodies = METHODS[name]
        self.emit(1, f"def {name}(self{', ' * bool(arguments)}{arguments}):")
        if name not in ("__getattribute__", "__getattr__", "__setattr__", "__del__") and self.chance(25):
            self.emit(2, self.pick(f"print({name!r})", "x = [n for n in range(2)]", "for n in 'ab': pass", "try: 1 / 0\nexcept ZeroDivisionError: pass"))
        if parent and self.chance(10) and name != "__del__":
            return self.emit(2, f"return super().{name}({arguments})")
        self.emit(2, self.random.choice(bodies))

    def usual(self, name):
        """What nearly every class has."""
        self.emit(1, "def __repr__(self):")
        self.emit(2, self.pick("return type(self).__name__ + '()'", "return 'R' + str(type(self).shared)", "return 'r'"))
        self.emit(1, "def m(self, x, *rest):\n    return (self.v, x)")
        for decorator, line in (("classmethod", "def make(cls, x=1): return cls(x)"), ("staticmethod", "def plain(x=2): return x * 2"), ("property", "def prop(self): return self.v")):
            if self.chance(60):
                self.emit(1, f"@{decorator}\n{line}")
        if self.chance(15):
            self.emit(1, "def __init_subclass__(cls, **kw):\n    cls.sub = 1")
        if self.chance(10):
            self.emit(1, "def __class_getitem__(cls, item): return (cls.__name__, item)")

    def use(self):
        """Something done with objects, as a line."""
        o, p = self.expr("object", 1), self.expr("object", 1)
        line = self.random.choice(USES).format(o=o, p=p, i=self.expr("int", 1), c=self.random.choice(self.classes)[0])
        assigns = line.startswith(("a, ", "del ", "print")) or any(mark in line.split("(")[0] for mark in (" = ", " += "))
        return line if assigns else f"print({line})"
