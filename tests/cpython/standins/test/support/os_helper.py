"""Files are not there: what needs one is skipped."""

import unittest

TESTFN = "@test"


class FakePath:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


def _needs_files(*args, **names):
    raise unittest.SkipTest("files are needed")


def unlink(path):
    pass


temp_cwd = temp_dir = change_cwd = create_empty_file = rmtree = EnvironmentVarGuard = _needs_files
