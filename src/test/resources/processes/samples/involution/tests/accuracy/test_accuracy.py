def test_a_thousand_cases():
    pass
