def f(n):
    return eval("n * 2 + len(str(n))", {"n": n})
exec("""
def g(x):
    y = [i for i in range(x)]
    return sum(y)
for k in range(2):
    print(g(k + 2))
""")
print(f(4))
c = compile("a + b\nb", "given.py", "exec")
exec(c, {"a": 1, "b": 2})
exec(compile("for i in range(2): i * 2", "<prompt>", "single"))
class M(dict):
    def __missing__(self, key):
        return 7
print(eval("p + q", {}, M()))
try:
    eval("1/0")
except ZeroDivisionError as e:
    print(e)
try:
    exec("raise ValueError(3)")
except ValueError as e:
    print(e)
exec("x = 1\n1/0")
