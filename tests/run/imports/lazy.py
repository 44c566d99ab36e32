there = 1
def __getattr__(name):
    if name == "nothing":
        raise AttributeError(f"no {name}")
    return f"made up: {name}"
