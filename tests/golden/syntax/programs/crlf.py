def f(a):
    # comment
    return """one
two""" \
        + 'three'

print(f(1))
