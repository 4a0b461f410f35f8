package dev.plimsoll.core.check.jsonpath;

/// How far a query may go.
///
/// @param depth of the document
/// @param nodes looked at in one evaluation, filters included
/// @param regex how `match` and `search` look
public record PathLimits(int depth, long nodes, RegexSearch regex) {}
