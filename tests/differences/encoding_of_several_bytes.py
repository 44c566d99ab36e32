# -*- coding: shift_jis -*-
# Encodings in which a character may take several bytes, other than UTF-8, are refused by name: their tables are large,
# and those of other programs are not CPython's in every row.
# CPython: compiles
# opstep: SyntaxError: opstep does not read the encoding shift_jis
x = 1
