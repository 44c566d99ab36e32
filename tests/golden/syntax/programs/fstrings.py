x = 3; w = 10
f'{x}' f'{x!r:>{w}}' 'plain' f'{{literal}} {x = }'
f'{x:{w}.{x}f}{x:%Y-%m-%d}{x!s:}'
f'''{
    x  # why
    + 1 = }
'''
rf'\d{x:\n}'
f'{f"{f'{x}'}"}'
f'{(lambda: 1)()}{ {"a": 1}["a"] }{x != 2 = }'
f'\N{BULLET}{x}é{x:é}\x41'
f'a{{b}}\
c{x}'
