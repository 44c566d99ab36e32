print(list[int], dict[str, list[int]], tuple[()], tuple[int, ...], type(list[int]))
print(list[int].__origin__, list[int].__args__, list[int].__parameters__)
print(list[int]([1, 2]), list[int] == list[int], hash(list[int]) == hash(list[int]), list[int] != list[str])
try: list[int][str]
except TypeError as e: print(e)
try: list[int].foo = 1
except AttributeError as e: print(e)
print(list[int].append, list[int].__doc__ == list.__doc__)
print(tuple[*tuple[int, str]], [*tuple[int]])
print(list["text"], set[list[dict[str, int]]])
