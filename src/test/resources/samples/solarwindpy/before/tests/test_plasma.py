def test_speed():
    assert True
