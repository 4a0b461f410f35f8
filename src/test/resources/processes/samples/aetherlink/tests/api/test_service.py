def test_health():
    pass


def test_search():
    pass


def test_ingest():
    pass


def test_overview():
    pass
