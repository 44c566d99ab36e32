# The parameters of a class with a single parameter specification may be written without brackets, but an ellipsis, a
# list or another specification stand for themselves.


class Only[**P]:
    pass


def show(what):
    try:
        print(what())
    except TypeError as error:
        print("TypeError:", error)


for given in ((), [], int, (int, str), [int, str], ..., ([int],), ([int], str), (int, [str]), None, ((),), ([],), (int, ...)):
    show(lambda: Only[given])
    show(lambda: Only[given].__args__)
