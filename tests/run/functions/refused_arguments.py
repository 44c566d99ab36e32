# `sorted` makes the list before it looks at the names; `enumerate` has words of its own, its `__new__` others.
def show(function, *args, **names):
    try:
        print(list(function(*args, **names)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

show(sorted)
show(sorted, x=1)
show(sorted, 1, x=1)
show(sorted, [1], x=1)
show(sorted, [1], None)
show(sorted, iterable=[1])
show(sorted, [2, 1], reverse=[])
show(sorted, [2, 1], reverse=True, key=None)
show(sorted, [2, 1], key=lambda item: item, reverse=1)
show(sorted, 1, key=None, reverse=1, more=2)
show(sorted, [1], key=None, reverse=1, more=2)

class Mine(enumerate):
    pass

for make in (enumerate, Mine, lambda *args, **names: enumerate.__new__(enumerate, *args, **names)):
    show(make)
    show(make, x=1)
    show(make, [1], x=1)
    show(make, start=1)
    show(make, iterable=[1], start=2)
    show(make, start=2, iterable=[1])
    show(make, iterable=[1], x=1)
    show(make, x=1, y=2)
    show(make, start=1, x=2)
    show(make, [1], 2, 3)
    show(make, [1], 1, start=1)
    show(make, [1], iterable=[1])
