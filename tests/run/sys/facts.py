import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), type(sys.version_info), sys.version_info)
print(hex(sys.hexversion), sys.implementation.name, sys.implementation.cache_tag, sys.maxsize, sys.maxunicode, sys.byteorder)
print(sys.float_info.epsilon, sys.int_info, sys.hash_info.modulus, sys.float_info)
try: type(sys.version_info)()
except TypeError as e: print(e)
print(sys.flags.optimize, sys.flags.debug, type(sys.flags))
print(sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding())
