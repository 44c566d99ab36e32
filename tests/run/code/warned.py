exec("x = '\\d'\nassert (1, 'a')\nprint(1 is 1)")
print(eval("'\\z'"))
