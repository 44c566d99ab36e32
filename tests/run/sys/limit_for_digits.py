# The limit for the digits of ints can be asked for and changed.
import sys
print(sys.get_int_max_str_digits())
for digits in (4299, 4300):
    for sign in (1, -1):
        try: print(len(str(sign * 10**digits)))
        except ValueError as e: print(e)
for text in ("1" * 4300, "1" * 4301, "0x" + "1" * 5000):
    try: print(int(text, 0) % 1000)
    except ValueError as e: print(e)
for limit in (0, 640, 639, -1, 1000, "x"):
    try: print(sys.set_int_max_str_digits(limit), sys.get_int_max_str_digits())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
sys.set_int_max_str_digits(maxdigits=700)
try: "%d" % 10**700, f"{10**700}"
except ValueError as e: print(e)
try: int("1" * 701)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("1" * 5000) % 97)
