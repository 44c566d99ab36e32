# Watch LOAD_ATTR push a method and its object, and CALL take both.
def initials(name):
    result = ""
    for part in name.split():
        result = result + part[0].upper() + "."
    return result


print(initials("ada augusta king"))
print("ab" * 3, "ell" in "hello", "-".join(["x", "y", "z"]))
