class Loud:
    def __repr__(self):
        print("repr")
        return "<loud>"


inner = [Loud()]
inner.append(inner)
table = {"k": inner}
table["self"] = table
print(repr(inner), repr(table), repr((Loud(),)), repr({Loud: [Loud()]})[-12:])
print({1: {2: [3, (4,)]}}, [[]], ((),), {frozenset()}, [set(), frozenset([1])], (1, [2, {3: (4,)}]))
