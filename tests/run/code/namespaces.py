x = 5
print(eval("x + 1"))
exec("y = x * 2\nprint(y)")
print(y)
ns = {"a": 3}
exec("b = a + 1", ns)
print(ns["b"], sorted(k for k in ns))
def f():
    a = 1
    b = 2
    exec("a = 10; c = 3")
    print(a)
    print(eval("a + b"))
    print(eval("[a for _ in range(3)]", globals(), locals()))
f()
