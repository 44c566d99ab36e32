class File:
    def write(self, text): parts.append(text)
parts = []
print(1, "a", None, sep="-", end="!", file=File())
print(file=File())
print(parts)
for names in ({"sep": 1}, {"end": b""}):
    try: print("x", **names)
    except TypeError as error: print(error)
