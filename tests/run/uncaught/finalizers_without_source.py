# At the program's end no source is read any more; what the last exception held goes before.
class C:
    def __del__(self): raise ValueError(1)
c = [C()]
c.append(c)
def f():
    x = C()
    1/0
f()
