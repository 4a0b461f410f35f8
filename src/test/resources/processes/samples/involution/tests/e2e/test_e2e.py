def test_a_chart_is_drawn():
    pass
