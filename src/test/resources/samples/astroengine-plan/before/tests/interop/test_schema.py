def test_schema():
    assert True
