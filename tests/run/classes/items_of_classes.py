class M(type):
    def __getitem__(cls, key):
        print('item', key)
        if key == 3: raise IndexError
        return cls.__name__, key
class A(metaclass=M): pass
print([*A])
print(list(A), list(iter(A)), ('A', 1) in A, 7 in A)
a, *b = A
for x in A: print(x)
class B: pass
for f in (lambda: [*B], lambda: iter(int), lambda: list(list), lambda: 1 in B, lambda: reversed(A)):
    try: f()
    except TypeError as e: print(e)
class L(list):
    def __class_getitem__(cls, key): return 'generic', key
try: iter(L)
except TypeError as e: print(e)
print(L[1])
class M2(type):
    def __len__(cls): return 2
    def __getitem__(cls, key): return key
class C(metaclass=M2): pass
print(list(reversed(C)), list(C)[:1] if False else len(C))
