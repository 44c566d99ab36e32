type X = int | str
print(X, X.__value__, X.__name__, type(X), X.__type_params__, X.__module__, X.__value__ is X.__value__)
type Bad = undefined_name
try:
    Bad.__value__
except NameError as error:
    print(error)
undefined_name = 3
print(Bad.__value__)
try:
    X.__value__ = 1
except AttributeError as error:
    print(error)
try:
    X[int]
except TypeError as error:
    print(error)
def said(text):
    print("asked", text)
    return text
type Y = said("once")
print(Y.__value__, Y.__value__)
