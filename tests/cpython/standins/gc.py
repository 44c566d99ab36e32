"""Nothing to collect: what nobody can reach is gone at once, or never asked for."""

garbage = []
callbacks = []
_enabled = True


def collect(generation=2):
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_objects(generation=None):
    from placeholder import NeedsModule

    raise NeedsModule("gc.get_objects")


get_referents = get_referrers = is_tracked = get_threshold = get_count = freeze = unfreeze = get_objects
