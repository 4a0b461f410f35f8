def test_scan():
    assert True
