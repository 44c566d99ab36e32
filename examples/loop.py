# Watch FOR_ITER: the iterator stays on the stack during the loop and leaves it at the end.
def total(limit):
    result = 0
    for i in range(1, limit + 1):
        if i % 3 == 0:
            continue
        result += i
    return result


print(total(7))
