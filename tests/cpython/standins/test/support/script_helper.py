"""Other interpreters cannot be started: what needs one is skipped."""

import unittest


def _needs_processes(*args, **names):
    raise unittest.SkipTest("processes are needed")


assert_python_ok = assert_python_failure = spawn_python = run_python_until_end = _needs_processes
run_test_script = make_script = _needs_processes
