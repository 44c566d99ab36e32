"""Statements, functions of all kinds, and what sets them going."""
from .classes import Classes

ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "LookupError", "Exception", "(ValueError, TypeError)", "AttributeError"]
PATTERNS = ["0", "'abc'", "None", "True", "[]", "[a]", "[a, *rest]", "(1, x) | (x, 1)", "{'a': q}", "{'a': 1, **others}", "int()", "int(n)", "str() as text", "[int(), *_]", "-1 | 2.5", "float() | bool()", "[[a, b], *_]", "{}", "(x, y)", "list(z)"]


class Statements(Classes):
    def block(self, indent):
        for _ in range(self.pick(1, 2, 2, 3)):
            self.statement(indent)

    def statement(self, indent):
        self.budget -= 1
        simple = [self.assign, self.assign, self.assign, self.show, self.augment, self.unpack, self.small_statement]
        compound = [self.if_, self.for_, self.for_, self.while_, self.try_, self.try_, self.match_, self.with_, self.generator_use, self.group, self.closure]
        if self.classes:
            simple += [lambda indent: self.emit(indent, self.use())] * 5 + [self.instance] * 2
        if indent < 4 and self.budget > 0 and self.chance(40):
            return self.random.choice(compound)(indent)
        self.random.choice(simple)(indent)

    def cut(self, kind, text):
        """The value, so that it does not grow where it is computed again and again."""
        if kind == "int":
            return f"{text} % 1009"
        return f"{text}[:12]" if kind in ("str", "list", "tuple", "bytes") else text

    def assign(self, indent):
        kind = self.pick("int", "int", "str", "str", "list", "list", "dict", "tuple", "set", "float", "bool", "bytes", "none")
        again = self.names[kind] and self.chance(50)
        name = self.random.choice(self.names[kind]) if again else self.new(kind[0])
        self.emit(indent, f"{name} = {self.cut(kind, self.expr(kind, 3))}")
        self.know(kind, name)

    def instance(self, indent):
        name = self.new("o")
        self.emit(indent, f"{name} = {self.object(2)}")
        self.know("object", name)

    def show(self, indent):
        self.emit(indent, f"print({', '.join(self.expr(None, 2) for _ in range(self.pick(1, 1, 2)))})")

    def augment(self, indent):
        kind = self.pick("int", "str", "list", "set", "dict", "float")
        if not self.names[kind]:
            return self.assign(indent)
        name = self.random.choice(self.names[kind])
        operator = {"int": "+ - * // % & | ^".split(), "str": ["+"], "list": ["+"], "set": "| & - ^".split(), "dict": ["|"], "float": "+ - * /".split()}[kind]
        self.emit(indent, f"{name} {self.random.choice(operator)}= {self.expr(kind, 2)}")
        self.emit(indent, f"{name} = {self.cut(kind, name)}")

    def unpack(self, indent):
        left = self.pick("a, b", "a, *b", "*a, b", "(a, b), c", "[a, b]", "a, b, *c", "a = b")
        self.emit(indent, f"{left} = {self.pick(self.expr('tuple', 2), self.expr('list', 2), self.expr('str', 2), self.iterable(1))}")

    def small_statement(self, indent):
        l, d = self.expr("list", 1), self.expr("dict", 1)
        self.emit(indent, self.pick(
            f"assert {self.test()}, {self.expr('str', 1)}", f"{l}[{self.small()}] = {self.expr(None, 1)}", f"{d}[{self.expr(None, 1)}] = {self.expr(None, 1)}", f"del {l}[{self.slice()}]", f"{l}[{self.slice()}] = {self.iterable(1)}",
            f"raise {self.pick('ValueError', 'KeyError', 'TypeError')}({self.expr(None, 1)})", f"{l}.sort(key=repr)", f"{l}.{self.pick('append', 'remove', 'extend', 'index')}({self.expr(None, 1)})", f"{l}.pop({self.pick('', '0', '9')})",
            f"{d}.{self.pick('pop', 'setdefault', 'get')}({self.expr(None, 1)})", f"x: int = {self.expr('int', 1)}", f"print({self.expr('set', 1)}.{self.pick('pop()', 'copy()', 'add(1)')})", "pass", f"del {self.pick('x', 'a', 'nothing')}",
            f"global g; g = {self.expr('int', 1)}" if self.inside else f"g = {self.expr('int', 1)}", f"{self.expr('str', 1)}.nothing", f"{self.expr('int', 1)}()", self.jump()))

    def jump(self):
        """What ends the block, where the place allows one."""
        if self.inside and self.chance(40):
            return f"return {self.expr(None, 1)}" if self.inside != "async generator" else "return"
        return self.pick("break", "continue") if self.loops else "pass"

    def if_(self, indent):
        self.emit(indent, f"if {self.test(2)}:")
        self.block(indent + 1)
        if self.chance(30):
            self.emit(indent, f"elif {self.new('w')} := {self.test(1)}:")
            self.block(indent + 1)
        if self.chance(50):
            self.emit(indent, "else:")
            self.block(indent + 1)

    def looping(self, indent, head):
        self.emit(indent, head)
        self.loops += 1
        self.block(indent + 1)
        self.loops -= 1
        if self.chance(20):
            self.emit(indent, "else:")
            self.block(indent + 1)

    def for_(self, indent):
        if self.loops > 1:
            return self.if_(indent)
        name, pair = self.new("v"), self.chance(25)
        iterable = self.pick(f"enumerate({self.iterable(1)})", f"zip({self.iterable(1)}, 'abcd')", "{'k': 1, 'l': 2}.items()") if pair else self.iterable(2)
        self.looping(indent, f"for {name}{', ' + self.new('w') if pair else ''} in {iterable}:")

    def while_(self, indent):
        if self.loops > 1:
            return self.if_(indent)
        name = self.new("left")
        self.emit(indent, f"{name} = {self.pick(1, 2, 3)}")
        self.looping(indent, f"while ({name} := {name} - 1) >= 0:")

    def try_(self, indent):
        self.emit(indent, "try:")
        self.block(indent + 1)
        handlers = self.pick(0, 1, 1, 2)
        for _ in range(handlers):
            self.emit(indent, f"except {self.random.choice(ERRORS)}{self.pick('', ' as e')}:")
            self.emit(indent + 1, self.pick("pass", "print('caught')", "raise", "raise RuntimeError('again')", "raise KeyError(1) from None", "import sys; print(sys.exc_info()[0].__name__)"))
        if handlers and self.chance(25):
            self.emit(indent, "else:")
            self.block(indent + 1)
        if not handlers or self.chance(35):
            loops, self.loops = self.loops, 0
            inside, self.inside = self.inside, None
            self.emit(indent, "finally:")
            self.emit(indent + 1, self.pick("print('finally')", f"{self.new('i')} = {self.expr('int', 1)}", "pass"))
            self.loops, self.inside = loops, inside

    def match_(self, indent):
        self.emit(indent, f"match {self.expr(None, 2)}:")
        for pattern in self.random.sample(PATTERNS, self.pick(1, 2, 3)):
            guard = f" if {self.test(1)}" if self.chance(20) else ""
            self.emit(indent + 1, f"case {pattern}{guard}:")
            self.emit(indent + 2, self.pick("pass", "print('case', sorted(k for k in dir() if len(k) == 1)[:3])" if not self.inside else "print('case')", f"print({pattern!r})"))
        if self.chance(50):
            self.emit(indent + 1, "case other:")
            self.emit(indent + 2, "print('other', other)")

    def with_(self, indent):
        if not self.classes:
            return self.try_(indent)
        managers = ", ".join(self.expr("object", 1) + self.pick("", f" as {self.new('m')}") for _ in range(self.pick(1, 1, 2)))
        self.emit(indent, f"with {managers}:")
        self.block(indent + 1)

    def group(self, indent):
        errors = self.pick("ValueError(1), KeyError('k')", "TypeError('t')", "OSError(2, 'no'), ExceptionGroup('in', [ValueError(2)])")
        self.emit(indent, f"try:\n    raise ExceptionGroup('several', [{errors}])")
        for kind in self.random.sample(["ValueError", "KeyError", "(TypeError, OSError)", "Exception"], self.pick(1, 2)):
            self.emit(indent, f"except* {kind} as many:\n    print(many, len(many.exceptions))")

    def body(self, indent, kind, parameters):
        """What a function does; it may call only what stands above it."""
        scope, loops, inside = self.scope(), self.loops, self.inside
        if indent == 1:
            self.names = {key: [] for key in self.names}
        self.loops, self.inside = 0, kind
        for name in parameters:
            self.know(self.pick("int", "str", "list"), name)
        self.block(indent)
        text = self.pick(*{
            "function": [f"return {self.expr(None, 2)}"],
            "generator": ["yield 1", f"got = yield {self.expr(None, 1)}\nprint('got', got)", f"yield from {self.iterable(1)}", f"try:\n    yield {self.expr(None, 1)}\nfinally:\n    print('closing')",
                          f"for q in range(3):\n    yield q\nreturn 'result'", "try:\n    yield 1\nexcept ValueError as e:\n    yield e.args"],
            "async": ["return await Ready(3)", "async with Ready(1) as r: pass\nreturn 2", "return [x async for x in many()]", "await Ready(1)\nraise ValueError('late')", "async for x in many():\n    if x: break\nelse: x = 5\nreturn x"],
        }[kind])
        if kind == "generator":
            # With a handler of its own, a generator that is dropped is closed here as in CPython (see
            # tests/differences/README.md).
            text = "try:\n    " + text.replace("\n", "\n    ") + "\nfinally: pass"
        self.emit(indent, text)
        self.names, self.loops, self.inside = scope, loops, inside

    def parameters(self):
        count = self.pick(0, 1, 1, 2, 3)
        names = [self.new("p") for _ in range(count)]
        text = list(names)
        if count > 1 and self.chance(30):
            text[-1] += f"={self.expr('int', 0)}"
        if count > 1 and self.chance(15):
            text.insert(1, "/")
        if self.chance(15):
            text.append("*args")
        elif self.chance(10):
            text.append("*")
            text.append("key=1")
        if self.chance(15) and "key=1" not in text:
            text.append("**kw")
        return names, ", ".join(text)

    def function(self, indent=0):
        kind = self.pick("function", "function", "function", "generator", "async") if indent == 0 else "function"
        if kind == "async":
            return self.coroutine()
        name, (names, text) = self.new("f"), self.parameters()
        self.budget -= 2
        if self.chance(8):
            self.emit(indent, "@(lambda fn: fn)")
        self.emit(indent, f"def {name}({text}){self.pick('', '', ' -> int')}:")
        self.body(indent + 1, kind, names)
        if kind == "generator":
            self.names["generator"].append(f"{name}({', '.join('2' for _ in names)})")
        else:
            self.functions.append((name, len(names)))

    def coroutine(self):
        if not any(line.startswith("class Ready") for line in self.lines):
            self.emit(0, "class Ready:\n    def __init__(self, n): self.n = n\n    def __await__(self):\n        sent = yield self.n\n        return sent\n    async def __aenter__(self): return await self\n"
                         "    async def __aexit__(self, *what): await self\nasync def many():\n    for n in range(3):\n        await Ready(n)\n        yield n\ndef drive(coroutine):\n    try:\n"
                         "        while True: print('wants', coroutine.send(None))\n    except StopIteration as stop: return stop.value\n    finally: coroutine.close()")
        name = self.new("co")
        self.emit(0, f"async def {name}():")
        self.body(1, "async", [])
        self.emit(0, f"try: print(drive({name}()))\nexcept Exception as error: print(type(error).__name__, error)")

    def closure(self, indent):
        outer, inner = self.new("f"), self.new("inner")
        self.emit(indent, f"def {outer}(n):\n    total = n\n    def {inner}(step=1):\n        nonlocal total\n        total {self.pick('+=', '-=', '*=')} step\n        return total if total < 99 else n\n"
                          f"    {self.pick(f'return {inner}', f'return [{inner}, lambda: total][{self.pick(0, 1)}]', f'{inner}(); return {inner}')}")
        self.emit(indent, f"print({outer}({self.expr('int', 0)})())")

    def generator_use(self, indent):
        known = self.names["generator"]
        if not known:
            return self.for_(indent)
        name = self.new("g")
        self.emit(indent, f"{name} = {self.random.choice(known)}")
        for _ in range(self.pick(1, 2, 3)):
            self.emit(indent, self.pick(f"print(next({name}, 'end'))", f"print({name}.send(None))", f"print({name}.throw(ValueError('thrown')))", f"{name}.close()", f"print(list({name})[:4])", f"for x in {name}: print(x); break",
                                        f"a, *b = {name}", f"print(sum(1 for _ in {name}))", f"print({name}.send(5))", f"print(dict.fromkeys({name}))", f"del {name}"))
