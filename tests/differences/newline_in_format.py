# A line that ends inside the format of a field, in an f-string with single quotes. The tokenizer of CPython 3.12.1 ends
# the format there and goes on; the parser crate refuses it, as do CPython's later versions.
# CPython: compiles
# opstep: SyntaxError: opstep cannot read this yet, although it is valid
x = 1
f'{x:5
}'
