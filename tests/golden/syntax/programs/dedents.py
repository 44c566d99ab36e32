def a():
    def b():
        if c:
            pass
            # deep
    # middle
  # odd
    return b
# outer
x = 1
    # trailing
