CHANNEL = "ritual/hours/day"
CHANNEL = "ritual/hours/night"
