package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.desktop.kit.Keyring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// With what a person signs here.
///
/// @param keyring keys for sign-offs
/// @param preferred fingerprint of the key they usually take
/// @param tagKeys key files that git could sign a tag with; read when asked, off the window's
///   thread
/// @param wayBack the newest sound backup, for the last look before what cannot be undone; read as
///   the key files are
public record SigningMeans(
    Keyring<PersonSigner> keyring,
    Supplier<Optional<String>> preferred,
    Supplier<List<Path>> tagKeys,
    Supplier<Optional<RollbackPoint>> wayBack) {}
