def test_wraps_at_360():
    pass


def test_handles_leap_seconds():
    pass
