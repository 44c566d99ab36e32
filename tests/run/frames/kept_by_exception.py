class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("gone", self.name)
def fails():
    local = Noisy("local")
    raise ValueError("x")
try:
    fails()
except ValueError as error:
    print("caught", error.__traceback__.tb_next.tb_frame.f_locals["local"].name)
print("after")
def returns():
    local = Noisy("second")
    try:
        raise KeyError(1)
    except KeyError:
        print("inside")
    return 1
returns()
print("end")
