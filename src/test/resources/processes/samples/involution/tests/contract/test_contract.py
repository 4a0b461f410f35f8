def test_positions_endpoint():
    pass


def test_unknown_body_is_404():
    pass
