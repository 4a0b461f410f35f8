def test_answers():
    pass


def test_accuracy_of_the_sun():
    pass
