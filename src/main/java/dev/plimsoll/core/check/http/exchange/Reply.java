package dev.plimsoll.core.check.http.exchange;

/// What became of a request: an answer, or a misfortune that is none.
public sealed interface Reply permits Answer, Misfortune {}
