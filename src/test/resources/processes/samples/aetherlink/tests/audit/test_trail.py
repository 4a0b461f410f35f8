def test_every_ingest_is_written():
    pass


def test_hashes_follow_one_another():
    pass


def test_an_altered_copy_is_refused():
    pass
