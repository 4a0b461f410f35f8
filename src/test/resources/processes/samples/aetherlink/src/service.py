"""Answers questions of customers out of documents."""

SEARCH_LIMIT = "60/minute"


def health():
    return {"ok": True}
