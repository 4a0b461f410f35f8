/// What an attacker would do to a log, a bundle or a trust file, each a named test against three
/// verifiers that share no code: Plimsoll's own, `verify.sh` and `plimsoll_verify.py`.
/// [AttackTable] writes `docs/formats/attacks.md`.
@NullMarked
package dev.plimsoll.attack;

import org.jspecify.annotations.NullMarked;
