"""Functions, classes, type parameters and type aliases."""
from .base import NAMES
from .expressions import PRIMARY, Expressions

DOCSTRINGS = ['"""A docstring."""', "'Short.'", "'''\n  Odd\n\tindentation\n     here.\n    '''", 'r"""Raw \\d."""', "u'Old.'",
              "'in ' 'parts'", '"""   spaces around   """', "f'no docstring'", "b'neither'", "('in brackets')", "''", "'\\x00\\ud800'",
              '"""\n\n    deeper\n        deepest\n    back\n\n"""', "'a\\\n   b'"]
TYPE_PARAMS = ["T", "U", "*Ts", "**P", "__Tx", "größeT"]


class Definitions(Expressions):
    def docstring(self, indent):
        if self.chance(20):
            self.emit(indent, self.random.choice(DOCSTRINGS))

    def parameters(self, depth, annotated, context=None):
        """As text, and the set of their names."""
        names = self.random.sample(NAMES, self.random.randint(0, 5))
        out, default, star = [], False, False
        for position, name in enumerate(names):
            if position and not star and "/" not in out and self.chance(15):
                out.append("/")
            if not star and self.chance(15):
                star = True
                out.append(self.pick("*", "*args", self.note("*args", annotated, context, star=True)))
            default = self.chance(30) if star else default or self.chance(20)
            out.append(self.note(name, annotated, context) + (f"={self.expr(depth)}" if default else ""))
        if names and not star and "/" not in out and self.chance(10):
            out.append("/")
        if not star and self.chance(10):
            out.append(self.note("*args", annotated, context, star=True))
        if self.chance(12):
            out.append(self.note("**kw", annotated, context))
        return self.comma(out), frozenset(names)

    def note(self, name, annotated, context, star=False):
        if not annotated or self.chance(70):
            return name
        text = self.inside(context, self.expr, 1)
        return f"{name}: *{self.name()}" if star and self.chance(30) else f"{name}: {text}"

    def type_params(self):
        """As text, and the context of what stands among and behind them."""
        outer = self.context
        # What sees the names of a class cannot hold functions of its own.
        context = outer.but(kind="annotation", yields=False, delegates=False, awaits=False, binds="none",
                            scopes=outer.scopes and outer.kind != "class")
        if self.chance(65):
            return "", outer.but(yields=False, delegates=False, awaits=False, binds="none")
        params = self.random.sample(TYPE_PARAMS, self.random.randint(1, 3))
        return f"[{self.comma([self.type_param(param, context) for param in params])}]", context

    def type_param(self, param, context):
        if param.startswith("*") or self.chance(60):
            return param
        return f"{param}: {self.inside(context, self.expr, 2)}"

    def decorators(self, indent):
        for _ in range(self.pick(0, 0, 0, 1, 1, 2)):
            self.emit(indent, f"@{self.pick(self.expr(1), self.expr(1, PRIMARY), self.name(), self.walrus_decorator())}")

    def walrus_decorator(self):
        return self.named_argument(1)

    def function(self, indent):
        self.decorators(indent)
        outer = self.context
        is_async, yields = self.chance(35), self.chance(40)
        type_params, context = self.type_params()
        parameters, names = self.parameters(1, True, context)
        returns = f" -> {self.inside(context, self.expr, 1)}" if self.chance(15) else ""
        lines = []
        declared = self.declarations(names, outer, lines)
        inner = outer.but(kind="function", loop=False, returns=True, values=not (is_async and yields), yields=yields,
                          delegates=yields and not is_async, awaits=is_async, binds="any", scopes=True, declared=declared,
                          enclosing=(outer.enclosing | names) - declared, in_class=outer.in_class)
        word = "async def" if is_async else "def"
        header = f"{word} {self.name()}{type_params}({parameters}){returns}:"
        self.inside(inner, self.suite, indent, header, lines, True)

    def declarations(self, names, outer, lines):
        """Statements that declare names global or nonlocal; parameters cannot be."""
        declared = set()
        free = sorted(set(NAMES) - names)
        if self.chance(15):
            found = self.random.sample(free, 2)
            lines.append("global " + ", ".join(found))
            declared.update(found)
        around = sorted(outer.enclosing - names - declared)
        if around and self.chance(30):
            found = self.random.sample(around, min(len(around), 2))
            lines.append("nonlocal " + ", ".join(found))
            declared.update(found)
        return frozenset(declared)

    def class_(self, indent):
        self.decorators(indent)
        outer = self.context
        type_params, context = self.type_params()
        # Without parameters the bases stand in the block around, where anything goes.
        around = context if type_params else outer
        bases = self.pick("", "", "()", f"({self.inside(around, self.arguments, 1)})", "(A, metaclass=B, **c)", "(*a, b)")
        lines = []
        declared = self.declarations(frozenset(), outer, lines)
        inner = outer.but(kind="class", loop=False, returns=False, values=False, yields=False, delegates=False, awaits=False,
                          binds="any", scopes=True, declared=declared, in_class=True)
        self.inside(inner, self.suite, indent, f"class {self.name()}{type_params}{bases}:", lines, True)

    def type_alias(self, indent):
        # The value is a block of its own even without parameters.
        params, context = self.type_params()
        context = context.but(kind="annotation", scopes=self.context.scopes and self.context.kind != "class")
        self.emit(indent, f"type {self.name()}{params} = {self.inside(context, self.expr, 2)}")
