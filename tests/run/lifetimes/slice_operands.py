# Where a slice is made for one instruction it goes first, then the value, then the container.
class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)

class Open(Named):
    def __getitem__(self, key):
        return "item"

    def __setitem__(self, key, value):
        pass

def refused(act):
    try:
        act()
    except TypeError as error:
        print(error)

def read():
    Named("container")[Named("start"):Named("stop")]

def write():
    Named("container")[Named("start"):Named("stop")] = Named("value")

def same():
    both = Named("both")
    target = [Named("container")]
    target.pop()[both:both] = both
    print("after")

refused(read)
refused(write)
refused(same)
print(Open("container")[Named("start"):Named("stop")])
Open("container")[Named("start"):Named("stop")] = Named("value")
print("end")
