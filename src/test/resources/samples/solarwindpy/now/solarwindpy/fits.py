def fit(field):
    return sum(field) / len(field)
