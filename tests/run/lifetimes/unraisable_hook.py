# What a finalizer raises goes to sys.unraisablehook, or is written to the sys.stderr that stands there.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name)


class Kept:
    text = ""

    def write(self, text):
        Kept.text += text

    def flush(self):
        pass


def hook(args):
    print("hook", args.exc_type, args.exc_value, args.err_msg, args.object is Noisy.__del__)
    print(args.exc_traceback.tb_frame.f_code.co_name, len(args))


plain = sys.stderr
sys.unraisablehook = hook
Noisy("first")
sys.unraisablehook = sys.__unraisablehook__
sys.stderr = Kept()
Noisy("second")
print(Kept.text.replace(__file__, "FILE"))


def failing(args):
    raise KeyError("hook")


Kept.text = ""
sys.unraisablehook = failing
Noisy("third")
print(Kept.text.splitlines()[0].partition(" at ")[0], Kept.text.splitlines()[-1])
sys.stderr = plain
