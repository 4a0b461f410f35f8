def test_registry():
    assert True
