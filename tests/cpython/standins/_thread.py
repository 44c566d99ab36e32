"""One thread is all there is: a lock is free whenever it is asked for."""

TIMEOUT_MAX = 4294967.0


class RLock:
    def __init__(self):
        self.held = 0

    def acquire(self, blocking=True, timeout=-1):
        self.held += 1
        return True

    def release(self):
        self.held -= 1

    def locked(self):
        return self.held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

    def _at_fork_reinit(self):
        self.held = 0

    def _is_owned(self):
        return self.held > 0


LockType = RLock
error = RuntimeError


def allocate_lock():
    return RLock()


def _set_sentinel():
    """What is released when the thread ends: it does not."""
    return RLock()


def get_ident():
    return 1


def get_native_id():
    return 1


def daemon_threads_allowed():
    return True


class _local:
    pass


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"_thread.{name}")
