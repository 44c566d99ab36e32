"""How the fields of `str.format` are taken apart."""


def formatter_parser(text):
    """(literal, field, spec, conversion) for each field of the text."""
    at = 0
    literal = ""
    while at < len(text):
        char = text[at]
        at += 1
        if char in "{}" and text[at:at + 1] == char:
            literal += char
            at += 1
        elif char == "}":
            raise ValueError("Single '}' encountered in format string")
        elif char == "{":
            end = _closing(text, at)
            yield (literal, *_field(text[at:end]))
            literal = ""
            at = end + 1
        else:
            literal += char
    if literal:
        yield literal, None, None, None


def _closing(text, at):
    depth = 1
    if at == len(text):
        raise ValueError("Single '{' encountered in format string")
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _field(text):
    depth = 0
    for at, char in enumerate(text):
        depth += {"[": 1, "]": -1}.get(char, 0)
        if depth <= 0 and char in "!:":
            break
    else:
        return text, "", None
    name, rest = text[:at], text[at:]
    conversion = None
    if rest[0] == "!":
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_field_name_split(name):
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first = name[:at]
    return int(first) if first.isdigit() else first, _rest(name, at)


def _rest(name, at):
    while at < len(name):
        if name[at] == ".":
            start = at + 1
            at = start
            while at < len(name) and name[at] not in ".[":
                at += 1
            yield True, name[start:at]
        elif name[at] == "[":
            end = name.index("]", at)
            key = name[at + 1:end]
            yield False, int(key) if key.isdigit() else key
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
