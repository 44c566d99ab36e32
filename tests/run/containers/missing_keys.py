class Table(dict):
    def __missing__(self, key):
        print("missing", key)
        return key + "!"


t = Table(a=1)
print(t["a"], t["b"], t.get("c"), "c" in t, len(t), "%(x)s" % t, "{x}".format_map(t))
try:
    {}["k"]
except KeyError as error:
    print(error, error.args)
