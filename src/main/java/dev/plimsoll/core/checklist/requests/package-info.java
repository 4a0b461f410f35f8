/// Requests that a team has already, turned into the steps of a checklist: `.http` files, Postman
/// collections, curl commands.
@NullMarked
package dev.plimsoll.core.checklist.requests;

import org.jspecify.annotations.NullMarked;
