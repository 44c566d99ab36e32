"""What `operator` has in C because Python cannot say it: the int that an object stands for."""


def index(a):
    return a if isinstance(a, int) else range(a).stop
