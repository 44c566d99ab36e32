print(list(zip([1, 2], "ab", strict=True)), list(zip()), list(zip([1])))
for parts in (([1, 2], [1]), ([1], [1, 2]), ([1], [1], [1, 2]), ([1, 2], [1, 2], [1])):
    try:
        print(list(zip(*parts, strict=True)))
    except ValueError as error:
        print(error)


def loud(name, n):
    for i in range(n):
        print(name, i)
        yield i
    print(name, "ends")


print(list(zip(loud("a", 2), loud("b", 3))))
