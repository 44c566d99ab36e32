for bases in [(ValueError, OSError), (OSError, ValueError), (int, str), (list, dict), (KeyError, AttributeError),
              (Exception, int), (bool,), (type(None),), (type(lambda: 0),)]:
    try:
        made = type("Made", bases, {})
        print(made.__mro__, made.__base__)
    except TypeError as error:
        print(error)
