def add(a, b):
    return a + b

# Watch 2 and 3 come onto the stack, and 5 go back to the caller.
print(add(2, 3))
