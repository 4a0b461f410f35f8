def test_configuration_is_of_staging():
    pass
