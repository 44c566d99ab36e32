# Two lines that end in the format of one field, before and after a nested field, in an f-string with single quotes. For
# CPython 3.12.1 the second lies in the expression; the parser crate refuses both, and only the first is mended.
# CPython: compiles
# opstep: SyntaxError: opstep cannot read this yet, although it is valid
x = z = 1
f'{x:
{z}
}'
