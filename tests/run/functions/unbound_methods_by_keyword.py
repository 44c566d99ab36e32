# A method of a type that is called without an object, though with keyword arguments.
for f in (lambda: str.upper(a="x"), lambda: str.upper(**{"self": "x"}), lambda: dict.get(key=1), lambda: list.append(**{"x": []}), lambda: int.to_bytes(length=3), lambda: str.split(sep="x"), lambda: str.join(), lambda: str.encode(encoding="utf8"), lambda: "a".upper(x=1), lambda: str.upper(1, x=2), lambda: list.sort(key=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
