class WithDict:
    pass
for bases, namespace in [
    ((int,), {"__slots__": "a"}),
    ((), {"__slots__": [1]}),
    ((), {"__slots__": ["a b"]}),
    ((), {"__slots__": ["__dict__", "__dict__"]}),
    ((WithDict,), {"__slots__": ["__weakref__"]}),
    ((), {"__slots__": ["a"], "a": 1}),
]:
    try:
        print(type("Made", bases, namespace))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
