/// What a command is given from outside, and how it speaks: tones, marks and words for a person,
/// JSON for a program, questions where somebody sits at a terminal. Knows no command.
@NullMarked
package dev.plimsoll.cli.terminal;

import org.jspecify.annotations.NullMarked;
