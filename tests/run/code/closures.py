def g():
    v = 0
    def h():
        nonlocal v
        v += 1
        return v
    return h
h = g()
exec(h.__code__, {}, closure=h.__closure__)
print(h())
try: exec(h.__code__)
except TypeError as e: print(e)
try: eval(h.__code__)
except TypeError as e: print(e)
try: exec("1", closure=())
except TypeError as e: print(e)
