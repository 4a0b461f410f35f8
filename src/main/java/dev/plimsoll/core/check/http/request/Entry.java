package dev.plimsoll.core.check.http.request;

/// A name and a value, variables unresolved; the same name may stand several times.
public record Entry(String name, String value) {}
