for cause in (5, "text", None, KeyError, OSError(1)):
    try:
        raise IndexError from cause
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__), error.__suppress_context__)
