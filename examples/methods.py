# Watch LOAD_ATTR push a method and its object, and CALL take both: where a plain call has NULL, there is self.
def initials(name):
    result = ""
    for part in name.split():
        result = result + part[0].upper() + "."
    return result


print(initials("ada augusta king"))
print("-".join(["x", "y", "z"]))
