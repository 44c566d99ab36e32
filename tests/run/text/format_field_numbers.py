# The number of a field or of an item: of any decimal digits, but not of any size.
def show(template, *args):
    try:
        print(template.format(*args))
    except (LookupError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

class Mine:
    def __format__(self, spec):
        return f"<{spec}>"

for value in ("abc", Mine()):
    show("{0}{00}", value)
    show("{٠}", value)
    show("{9223372036854775807}", value)
    show("{9223372036854775808}", value)
    show("{99999999999999999999.x}", value)
    show("{0[٠]}", [value])
    show("{0[9223372036854775807]}", [value])
    show("{0[9223372036854775808]}", [value])
    show("{-1}", value)
    show("{1_0}", value)
try:
    print("{99999999999999999999}".format_map({}))
except ValueError as error:
    print(error)
