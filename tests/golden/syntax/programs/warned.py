x = '\d' + '\d \q'
y = b'\d' rb'\d'
z = f'\d{x}\q' f'\{x}' rf'\{x}'
w = '\777' '\400' '\377', b'\777' b'\u'
v = 1if 1else 2
u = [x for x in y if 0x1or x]
t = '''a
\d
b''' "c\
\d"
s = f'{x:\d}' f'''{x}
\q''' rf'{x:\d}\d'
r = 1_0and 2; q = 1.5or 3; p = 1jif x else y; o = 0b1in x; n = 0o7is x
m = '\é' '\8'
l = f'\N{BULLET}\{x}' f'a\d{{b\q}}\z'
k = '\
\d' + f"{f'\d'}\q"
