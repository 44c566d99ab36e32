# An f-string as a key in a mapping pattern, or as an argument in a class pattern. The grammar allows it, CPython's
# compiler then refuses it. The parser crate refuses it at once and leaves no tree, so the words are others; the line
# is the same.
# CPython: SyntaxError: mapping pattern keys may only match literals and attribute lookups
# opstep: SyntaxError: opstep cannot read this yet, although it is valid
match ...:
    case {f"": _}:
        pass
