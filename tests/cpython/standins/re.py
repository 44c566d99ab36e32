"""Regular expressions by trying: enough for the patterns of tests."""

from re_parser import parse

A = ASCII = 256
I = IGNORECASE = 2
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
L = LOCALE = 4


class error(Exception):
    pass


class Match:
    def __init__(self, pattern, string, groups):
        self.re = pattern
        self.string = string
        self.groups_at = groups
        self.lastindex = max([at for at in groups if at], default=None)
        self.lastgroup = None

    def _place(self, group):
        if isinstance(group, str):
            group = self.re.groupindex[group]
        if group > self.re.groups:
            raise IndexError("no such group")
        return self.groups_at.get(group, (-1, -1))

    def group(self, *groups):
        found = [self[group] for group in groups or (0,)]
        return found[0] if len(found) == 1 else tuple(found)

    def __getitem__(self, group):
        start, stop = self._place(group)
        return None if start < 0 else self.string[start:stop]

    def groups(self, default=None):
        found = [self[at] for at in range(1, self.re.groups + 1)]
        return tuple([default if text is None else text for text in found])

    def groupdict(self, default=None):
        return {name: default if self[at] is None else self[at] for name, at in self.re.groupindex.items()}

    def start(self, group=0):
        return self._place(group)[0]

    def end(self, group=0):
        return self._place(group)[1]

    def span(self, group=0):
        return self._place(group)

    def expand(self, template):
        return _expand(template)(self)


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        self.flags = flags
        self.node, self.groups, self.groupindex = parse(text, flags)

    def _at(self, string, text, at, whole):
        def end(stop, groups):
            if whole and stop != len(text):
                return None
            return {**groups, 0: (at, stop)}

        groups = self.node(text, at, {}, end)
        return None if groups is None else Match(self, string, groups)

    @staticmethod
    def _text(string):
        return string if isinstance(string, str) else bytes(string).decode("latin-1")

    def match(self, string, pos=0):
        return self._at(string, self._text(string), pos, False)

    def fullmatch(self, string, pos=0):
        return self._at(string, self._text(string), pos, True)

    def search(self, string, pos=0):
        text = self._text(string)
        for at in range(pos, len(text) + 1):
            found = self._at(string, text, at, False)
            if found is not None:
                return found
        return None

    def finditer(self, string, pos=0):
        while pos <= len(string):
            found = self.search(string, pos)
            if found is None:
                return
            yield found
            pos = found.end() + (found.end() == found.start())

    def findall(self, string):
        found = []
        for match in self.finditer(string):
            groups = match.groups("")
            found.append(match[0] if not groups else groups[0] if len(groups) == 1 else groups)
        return found

    def subn(self, replacement, string, count=0):
        make = replacement if callable(replacement) else _expand(replacement)
        parts, at, number = [], 0, 0
        for match in self.finditer(string):
            if count and number == count:
                break
            parts += [string[at:match.start()], make(match)]
            at = match.end()
            number += 1
        return string[:0].join(parts + [string[at:]]), number

    def sub(self, replacement, string, count=0):
        return self.subn(replacement, string, count)[0]

    def split(self, string, maxsplit=0):
        parts, at = [], 0
        for match in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit:
                break
            parts.append(string[at:match.start()])
            parts.extend(match.groups())
            at = match.end()
        return parts + [string[at:]]


def _expand(template):
    if "\\" not in template:
        return lambda match: template
    return lambda match: _filled(template, match)


def _filled(template, match):
    out, at = "", 0
    while at < len(template):
        char = template[at]
        at += 1
        if char == "\\":
            char = template[at]
            at += 1
            if char.isdigit():
                char = match[int(char)] or ""
            elif char == "g":
                end = template.index(">", at)
                name = template[at + 1:end]
                char = match[int(name) if name.isdigit() else name] or ""
                at = end + 1
            else:
                char = {"n": "\n", "t": "\t"}.get(char, char)
        out += char
    return out


_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        return pattern
    flags = int(flags)
    key = (type(pattern), pattern, flags)
    if key not in _compiled:
        _compiled[key] = Pattern(pattern, flags)
    return _compiled[key]


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def sub(pattern, replacement, string, count=0, flags=0):
    return compile(pattern, flags).sub(replacement, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def escape(text):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    return "".join(["\\" + char if char in special else char for char in text])
