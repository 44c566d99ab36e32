# Cells: made by programs, compared by content, filled and emptied.
def enclosing():
    value = [1]
    return (lambda: value).__closure__[0]


Cell = type(enclosing())
full, empty = Cell(5), Cell()
print(full.cell_contents, Cell.__new__(Cell, 1).cell_contents, full == Cell(5), full != Cell(6), full < Cell(6))
print(empty == Cell(), empty < full, empty > full, full <= full, full >= empty, full.__eq__(5))
print(full.__lt__(Cell(6)), full.__le__(Cell(4)), full.__gt__(Cell(4)), full.__ge__(Cell(5)), full.__ne__(Cell(5)))
print(repr(full)[:6], repr(empty).endswith("empty>"), Cell.__repr__(empty)[-6:], Cell.__hash__)
full.cell_contents = "new"
print(full.cell_contents, Cell.__getattribute__(full, "cell_contents"))
del full.cell_contents
for call in (lambda: full.cell_contents, lambda: hash(full), lambda: Cell(1, 2), lambda: Cell(x=1),
             lambda: Cell("a") < Cell(1), lambda: type("C", (Cell,), {})):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
