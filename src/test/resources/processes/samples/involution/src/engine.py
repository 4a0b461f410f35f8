"""Where the planets stand."""


def wrap(angle):
    return angle % 360.0
