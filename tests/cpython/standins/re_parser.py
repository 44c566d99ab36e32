"""From the text of a regular expression to functions `node(text, at, groups, then)`: what `then` says, or None."""

IGNORECASE, MULTILINE, DOTALL, VERBOSE = 2, 8, 16, 64


def parse(pattern, flags):
    reader = _Reader(pattern, flags)
    node = reader.alternatives()
    if reader.at != len(pattern):
        raise ValueError(f"unbalanced parenthesis in {pattern!r}")
    return node, reader.groups, reader.names


def _sequence(nodes):
    if len(nodes) == 1:
        return nodes[0]

    def run(text, at, groups, then, number=0):
        if number == len(nodes):
            return then(at, groups)
        return nodes[number](text, at, groups, lambda at, groups: run(text, at, groups, then, number + 1))

    return run


def _either(nodes):
    if len(nodes) == 1:
        return nodes[0]

    def run(text, at, groups, then):
        for node in nodes:
            found = node(text, at, groups, then)
            if found is not None:
                return found
        return None

    return run


class _One:
    """A node that takes one character, if the test likes it."""

    def __init__(self, test):
        self.test = test

    def __call__(self, text, at, groups, then):
        if at < len(text) and self.test(text[at]):
            return then(at + 1, groups)
        return None


def _repeated(node, least, most, greedy):
    if isinstance(node, _One):
        return _repeated_one(node.test, least, most, greedy)

    def run(text, at, groups, then, done=0):
        def more(stop, groups):
            if stop == at and done >= least:
                return None
            return run(text, stop, groups, then, done + 1)

        can = done < most
        if not greedy and done >= least:
            found = then(at, groups)
            if found is not None:
                return found
        if can:
            found = node(text, at, groups, more)
            if found is not None:
                return found
        if greedy and done >= least:
            return then(at, groups)
        return None

    return run


def _repeated_one(test, least, most, greedy):
    def run(text, at, groups, then):
        stop = at
        last = min(len(text), at + most)
        while stop < last and (stop - at < least or greedy) and test(text[stop]):
            stop += 1
        if stop - at < least:
            return None
        while True:
            found = then(stop, groups)
            if found is not None:
                return found
            if greedy:
                if stop - at == least:
                    return None
                stop -= 1
            else:
                if stop == last or not test(text[stop]):
                    return None
                stop += 1

    return run


def _where(test):
    def run(text, at, groups, then):
        return then(at, groups) if test(text, at) else None

    return run


def _is_word(char):
    return char.isalnum() or char == "_"


def _boundary(text, at):
    before = at > 0 and _is_word(text[at - 1])
    after = at < len(text) and _is_word(text[at])
    return before != after


_CLASSES = {"d": str.isdigit, "w": _is_word, "s": str.isspace}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}


class _Reader:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.flags = flags
        self.at = 0
        self.groups = 0
        self.names = {}

    def next(self):
        return self.pattern[self.at:self.at + 1]

    def take(self, text):
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, end):
        stop = self.pattern.index(end, self.at)
        text = self.pattern[self.at:stop]
        self.at = stop + len(end)
        return text

    def alternatives(self):
        nodes = [self.items()]
        while self.take("|"):
            nodes.append(self.items())
        return _either(nodes)

    def items(self):
        nodes = []
        while self.at < len(self.pattern) and self.next() not in "|)":
            if self.flags & VERBOSE:
                if self.next().isspace():
                    self.at += 1
                    continue
                if self.next() == "#":
                    end = self.pattern.find("\n", self.at)
                    self.at = len(self.pattern) if end < 0 else end
                    continue
            node = self.atom()
            if node is not None:
                nodes.append(self.quantified(node))
        return _sequence(nodes)

    def quantified(self, node):
        while True:
            start = self.at
            if self.take("*"):
                least, most = 0, 1 << 60
            elif self.take("+"):
                least, most = 1, 1 << 60
            elif self.take("?"):
                least, most = 0, 1
            elif self.next() == "{" and self.pattern[self.at + 1:self.at + 2] in tuple("0123456789,"):
                self.at += 1
                first, comma, last = self.until("}").partition(",")
                least = int(first or 0)
                most = int(last) if last else 1 << 60 if comma else least
            else:
                return node
            greedy = not self.take("?")
            node = _repeated(node, least, most, greedy)
            assert self.at > start

    def atom(self):
        char = self.next()
        self.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            return _One(self.char_class())
        if char == ".":
            return _One((lambda c: True) if self.flags & DOTALL else (lambda c: c != "\n"))
        if char == "^":
            if self.flags & MULTILINE:
                return _where(lambda text, at: at == 0 or text[at - 1] == "\n")
            return _where(lambda text, at: at == 0)
        if char == "$":
            if self.flags & MULTILINE:
                return _where(lambda text, at: at == len(text) or text[at] == "\n")
            return _where(lambda text, at: at == len(text) or at == len(text) - 1 and text[at] == "\n")
        if char == "\\":
            return self.escape()
        return self.literal(char)

    def literal(self, wanted):
        if self.flags & IGNORECASE:
            wanted = wanted.lower()
            return _One(lambda char: char.lower() == wanted)
        return _One(lambda char: char == wanted)

    def escape(self):
        char = self.next()
        self.at += 1
        if char == "b":
            return _where(_boundary)
        if char == "B":
            return _where(lambda text, at: not _boundary(text, at))
        if char == "A":
            return _where(lambda text, at: at == 0)
        if char == "Z":
            return _where(lambda text, at: at == len(text))
        if char.isdigit() and char != "0":
            return self.again(int(char))
        test = self.class_of(char)
        return _One(test) if test is not None else self.literal(self.escaped(char))

    def class_of(self, char):
        if char in "dws":
            return _CLASSES[char]
        if char in "DWS":
            test = _CLASSES[char.lower()]
            return lambda char: not test(char)
        return None

    def escaped(self, char):
        digits = {"x": 2, "u": 4, "U": 8}.get(char)
        if digits is not None:
            code = self.pattern[self.at:self.at + digits]
            self.at += digits
            return chr(int(code, 16))
        return _ESCAPES.get(char, char)

    def again(self, group):
        def run(text, at, groups, then):
            if group not in groups:
                return None
            start, stop = groups[group]
            part = text[start:stop]
            return then(at + len(part), groups) if text.startswith(part, at) else None

        return run

    def char_class(self):
        negated = self.take("^")
        tests = []
        first = True
        while first or self.next() != "]":
            first = False
            low = self.class_char(tests)
            if low is None:
                continue
            if self.next() == "-" and self.pattern[self.at + 1:self.at + 2] != "]":
                self.at += 1
                high = self.class_char(tests)
                tests.append(lambda char, low=low, high=high: low <= char <= high)
            else:
                tests.append(lambda char, low=low: char == low)
        self.at += 1
        fold = self.flags & IGNORECASE

        def test(char):
            found = any([each(char) for each in tests])
            if fold and not found:
                found = any([each(char.lower()) or each(char.upper()) for each in tests])
            return found != negated

        return test

    def class_char(self, tests):
        char = self.next()
        if not char:
            raise ValueError("unterminated character set")
        self.at += 1
        if char != "\\":
            return char
        char = self.next()
        self.at += 1
        test = self.class_of(char)
        if test is not None:
            tests.append(test)
            return None
        return "\b" if char == "b" else self.escaped(char)

    def group(self):
        if not self.take("?"):
            return self.captured(None)
        if self.take("P<"):
            return self.captured(self.until(">"))
        if self.take("P="):
            return self.again(self.names[self.until(")")])
        if self.take("#"):
            self.until(")")
            return None
        if self.take("="):
            return self.looked(False, False)
        if self.take("!"):
            return self.looked(False, True)
        if self.take("<="):
            return self.looked(True, False)
        if self.take("<!"):
            return self.looked(True, True)
        flags = self.flags
        while self.next() not in ":)":
            flags |= {"i": 2, "m": 8, "s": 16, "x": 64}.get(self.next(), 0)
            self.at += 1
        if self.take(")"):
            self.flags = flags
            return None
        self.at += 1
        old, self.flags = self.flags, flags
        node = self.closed()
        self.flags = old
        return node

    def closed(self):
        node = self.alternatives()
        if not self.take(")"):
            raise ValueError(f"missing ) in {self.pattern!r}")
        return node

    def captured(self, name):
        self.groups += 1
        number = self.groups
        if name is not None:
            self.names[name] = number
        node = self.closed()

        def run(text, at, groups, then):
            return node(text, at, groups, lambda stop, groups: then(stop, {**groups, number: (at, stop)}))

        return run

    def looked(self, behind, negated):
        node = self.closed()

        def run(text, at, groups, then):
            starts = range(at, -1, -1) if behind else (at,)
            found = None
            for start in starts:
                found = node(text, start, groups,
                             lambda stop, groups: groups if not behind or stop == at else None)
                if found is not None:
                    break
            if (found is None) != negated:
                return None
            return then(at, groups if negated else found)

        return run
