def test_resolver_answers():
    pass


def test_cache_is_used():
    pass
