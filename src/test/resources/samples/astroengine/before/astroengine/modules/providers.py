CHANNEL = "providers/swe"
