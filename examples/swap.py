# Watch SWAP: exchanging two variables builds no tuple; returning two values does.
def swap(a, b):
    a, b = b, a
    return a, b


x, y = swap("left", "right")
print(x, y)
