def test_resolver_and_engine_agree():
    pass
