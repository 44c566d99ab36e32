try:
    from circ_a import a
except ImportError as e: print(str(e).split("(/")[0])
