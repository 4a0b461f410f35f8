def test_ninety_charts_a_second():
    pass
