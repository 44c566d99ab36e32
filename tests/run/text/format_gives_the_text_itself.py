class S(str):
    __slots__ = ()
s = S('abc')
for spec in ('', 's', '>2', '<3', '4', '.2', '.3', '.5', '*^3'):
    print(spec, type(format(s, spec)).__name__, format(s, spec), type(f'{s:{spec}}').__name__)
e = S('')
for spec in ('', 's', '.0'):
    print(type(format(e, spec)).__name__)
text = 'abc' * 3
print(format(text, '>2') is text, format(text, '') is text, f'{text:s}' is text)
