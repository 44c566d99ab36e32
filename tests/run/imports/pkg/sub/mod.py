from ..other import name
v = name()
