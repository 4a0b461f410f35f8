/// Facts about a git repository: the only package that knows JGit.
///
/// [GitRepository] reads; it never changes the repository and never starts a program of its own
/// accord. Tags are made by the git that is installed ([SystemGit]), because it signs the way its
/// owner configured it. Paths are relative to the top of the work tree and separated by `/` on
/// every system. What a shallow clone cannot tell is said to be unknown, never zero.
@NullMarked
package dev.plimsoll.core.git;

import org.jspecify.annotations.NullMarked;
