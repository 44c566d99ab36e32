# Watch STORE_ATTR and LOAD_ATTR: a function is an object and can carry attributes.
def greet(name):
    greet.calls = greet.calls + 1
    return greet.word + ", " + name


greet.calls = 0
greet.word = "Hello"
print(greet("Ada"))
print(greet("Grace"))
print(greet.calls)
