def test_fit():
    assert True
