def test_admin_may_ingest():
    pass


def test_viewer_may_not_ingest():
    pass


def test_nobody_without_a_key():
    pass
