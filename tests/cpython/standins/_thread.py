"""One thread is all there is."""


class RLock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def __enter__(self):
        return True

    def __exit__(self, *error):
        pass


LockType = RLock
error = RuntimeError


def allocate_lock():
    return RLock()


def get_ident():
    return 1


class _local:
    pass


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"_thread.{name}")
