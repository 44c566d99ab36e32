# The text of an exception that holds others, or itself, has an end.
e = Exception(1)
e.args = (e,)
try: str(e)
except RecursionError as r: print(r)
def nested(count):
    e = Exception("x")
    for _ in range(count): e = Exception(e)
    try: return str(e)
    except RecursionError as r: return r
print(nested(5), nested(1497), nested(1498))
