# Watch an exception leave one frame after another: nobody catches it, so the program ends with a traceback.
def price(shop, item):
    return shop[item]


def bill(shop, items):
    total = 0
    for item in items:
        total += price(shop, item)
    return total


shop = {"tea": 3, "cake": 4}
print(bill(shop, ["tea", "cake"]))
print(bill(shop, ["tea", "coffee"]))
