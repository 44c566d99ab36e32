# Watch the exception table: nothing runs when try begins, and the table finds the handler.
def divide(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return "nothing"


print(divide(7, 2))
print(divide(7, 0))
