# What raises an error, and is named on standard error, while nothing but the machine's own code runs.
def g48(n=3):
    try: yield 1
    finally: yield 'in finally'
def outer48():
    try:
        result = yield from (x for x in g48())
    except KeyError as e: yield ('outer', e.args)
    finally: print('outer done')
g = outer48()
print(next(g))
try: print(g.close())
except Exception as error: print(type(error).__name__, error)
