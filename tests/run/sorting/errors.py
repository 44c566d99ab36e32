for call in (lambda: sorted([1, "a"]), lambda: sorted(5), lambda: [].sort(1), lambda: sorted([1], key=5), lambda: sorted([None, None]), lambda: sorted([1j, 2j]),
             lambda: sorted([[1], ["a"]]), lambda: sorted([(1, 2), (1, "x")]), lambda: [1].sort(reverse="x"), lambda: [2, 1].sort(key=None, reverse=None), lambda: sorted()):
    try:
        print(call())
    except TypeError as error:
        print(error)
