"""A test of every ending that pytest tells apart; see ../make-fixtures.sh."""
import unittest

import pytest


def test_passes(record_property):
    record_property("requirement", "R-1")
    record_property("seconds_allowed", 3)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_numbers(number):
    assert number != 2, "2 & <two> is not allowed"


@pytest.fixture
def broken():
    raise RuntimeError("the fixture broke")


def test_breaks(broken):
    pass


@pytest.fixture
def broken_after():
    yield
    raise RuntimeError("broke when it was put away")


def test_passes_and_breaks_after(broken_after):
    pass


@pytest.mark.skip(reason="not on this machine")
def test_skipped():
    pass


@pytest.mark.xfail(reason="known", strict=False)
def test_expected_to_fail():
    assert False


@pytest.mark.xfail(reason="known", strict=True)
def test_unexpectedly_passes():
    pass


class TestGroup(unittest.TestCase):
    def test_inside(self):
        self.assertTrue(True)
