class Three:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
print(list(enumerate(Three(), 5)), list(zip(Three(), Three())), list(map(str, Three())), list(filter(None, Three())))
class Fails(Three):
    def __next__(self): 3 // 0
for make in (enumerate, lambda of: zip(of), lambda of: map(str, of), lambda of: filter(None, of)):
    try:
        list(make(Fails()))
    except ZeroDivisionError as error:
        print(error)
class E(enumerate): pass
class Z(zip): pass
print(type(E([1])), type(E(Three())), list(E("ab")), type(Z("a")), type(Z(Three())))
