class N(NameError): pass
try:
    try: raise N('x', name='prin')
    except N: raise NameError('y', name='prin')
except NameError:
    def f():
        print(prin)
        prin = 1
    try: f()
    except UnboundLocalError: import sus
