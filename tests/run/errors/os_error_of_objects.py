# The text of an OSError is made of its parts, each as it shows itself.
class Text:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


for args in ((1, Text()), (Text(), "no"), (1, "no", Text()), (1, "no", "a", None, Text()), (Text(),), (Text(), 1, 2, 3, 4, 5)):
    print(str(OSError(*args)), repr(OSError(*args)))
print(KeyError(Text()), ValueError(Text()), ValueError(Text(), 1))
