/// What a step asks of a service, as its checklist says it: variables unresolved, nothing sent yet.
@NullMarked
package dev.plimsoll.core.check.http.request;

import org.jspecify.annotations.NullMarked;
