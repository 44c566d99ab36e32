# The tuples of sys whose items have names.
import sys

for record in (sys.float_info, sys.int_info, sys.hash_info, sys.version_info):
    print(type(record).__name__, len(record), record[0], type(record).n_fields, type(record).n_sequence_fields, type(record).n_unnamed_fields, isinstance(record, tuple))
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.version_info.major, sys.version_info >= (3, 12), sys.version_info[:2])
print(sys.float_info == tuple(sys.float_info), sys.int_info.__match_args__, repr(sys.int_info), sys.version_info.releaselevel)
for call in (lambda: type(sys.flags)(), lambda: setattr(sys.float_info, "max", 1), lambda: sys.hash_info.nothing, lambda: sys.float_info[99]):
    try:
        print(call())
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__)
