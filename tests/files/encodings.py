for encoding in ("utf-8", "latin-1", "ascii"):
    for errors in ("strict", "replace", "ignore", "backslashreplace"):
        try:
            with open("e.txt", "w", encoding=encoding, errors=errors) as f:
                f.write("a\u00e9\u20ac")
            print(encoding, errors, open("e.txt", "rb").read())
        except UnicodeEncodeError as error:
            print(encoding, errors, error)
with open("e.txt", "wb") as f:
    f.write(b"ok \xff end")
for errors in ("strict", "replace", "ignore"):
    try:
        print(open("e.txt", encoding="utf-8", errors=errors).read())
    except UnicodeDecodeError as error:
        print(error)
print(open("e.txt", encoding="latin-1").encoding, open("e.txt").errors)
