value = 1
def show():
    print(valeu)
show()
