match command.split():
    case ["go", direction] if direction in exits: pass
    case ["drop", *objects] | ["put", *objects, _]: pass
    case {"x": 1, -2: y, 'a' 'b': None, **rest}: pass
    case Point(x=0, y=Point(1, z=2)) as p: pass
    case 1 | -1.5 | 2+3j | "s" | None | True | a.b.c: pass
    case (x): pass
    case (x,): pass
    case []: pass
    case x, *_: pass
    case _: pass
match x, y:
    case _: pass
match = case = type = _ = 1
match(x)
type(x)
