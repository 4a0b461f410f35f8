# Saves database and audit trail together, on Windows.
