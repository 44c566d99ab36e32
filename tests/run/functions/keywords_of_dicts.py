# A dict whose order is a dict's is not asked for its keys, whatever its class says of them.
class Told(dict):
    def keys(self):
        print("keys")
        return ["told"]

    def __getitem__(self, key):
        print("item", key)
        return "told"

class Ordered(Told):
    def __iter__(self):
        return iter(["told"])

def take(**names):
    return names

for made in (Told(a=1), Ordered(a=1)):
    for call in (lambda: take(**made), lambda: take(a=0, **made), lambda: take(**made, **made), lambda: {**made}):
        try:
            print(call())
        except TypeError as error:
            print(error)
