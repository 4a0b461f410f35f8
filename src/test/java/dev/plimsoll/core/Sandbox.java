package dev.plimsoll.core;

import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A real repository with a checklist, a home of its own, and a person with a key, all in one
/// temporary folder.
public final class Sandbox {
  public static final String ADA = "ada@example.org";

  public final Path folder;
  public final Path repository;
  public final Path keyFile;
  public final Map<String, String> environment = new HashMap<>(System.getenv());

  private Sandbox(Path folder, Path keyFile) {
    this.folder = folder;
    this.repository = folder.resolve("demo");
    this.keyFile = keyFile;
    environment.remove("SSH_AUTH_SOCK");
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
    environment.put("PLIMSOLL_HOME", folder.resolve("home").toString());
  }

  /// Without a repository yet.
  public static Sandbox empty(Path folder) throws IOException {
    var key = KeyFiles.create(folder.resolve("ada"), ADA, null, new SecureRandom());
    Files.writeString(
        folder.resolve("gitconfig"), "[user]\n\tname = Ada\n\temail = ada@example.org\n");
    return new Sandbox(folder, key.privateFile());
  }

  /// With the given checklists by id; the plan names them in that order.
  public static Sandbox with(Path folder, Map<String, String> checklists) throws IOException {
    var sandbox = empty(folder);
    var files = new LinkedHashMap<String, String>();
    var plan = new StringBuilder();
    checklists.forEach((id, text) -> {
      plan.append("  - {checklist: ").append(id).append("}\n");
      files.put(".plimsoll/checklists/" + id + ".yaml", text);
    });
    files.put(
        ".plimsoll/project.yaml",
        """
        schema: plimsoll/project/v1
        product: demo
        version: {scheme: semver, tag: "v{version}"}
        branches: {release: [main]}
        plan:
        """
            + plan
            + """
            people:
              - {principal: ada@example.org, name: "Ada", roles: [operator, approver]}
            solo: {allowed: true, coolingOff: 0s}
            """);
    files.put(
        ".plimsoll/allowed_signers",
        AllowedSigners.line(
                ADA,
                KeyFiles.open(sandbox.keyFile, PassphraseSource.none()).publicKey(),
                List.of("release-record@plimsoll.dev", "sign-off@plimsoll.dev", "git"))
            + "\n");
    files.put(
        "CHANGELOG.md",
        "# Changelog\n\n"
            + "## [Unreleased]\n\n"
            + "## [1.0.0] - 2026-03-01\n\n"
            + "### Added\n\n"
            + "- Everything.\n");
    files.put("hello.sh", "#!/bin/sh\necho hello\n");
    NewRepository.create(
        sandbox.repository,
        files,
        new Identity("Ada", ADA),
        "main",
        Instant.parse("2026-03-01T09:00:00Z"));
    return sandbox;
  }

  public Plimsoll open() {
    return open(Clock.systemUTC());
  }

  public Plimsoll open(Clock clock) {
    return Plimsoll.open(
        new Installation(
            folder.resolve("home"),
            environment,
            clock,
            new SecureRandom(),
            new LogKeeper.Tool("plimsoll", "test")));
  }

  public RunOptions options() {
    return options(Map.of());
  }

  public RunOptions options(Map<String, String> parameters) {
    return new RunOptions(parameters, false, new Actor(ADA, null), Answer.Origin.WINDOW);
  }

  public PersonSigner ada(String role) {
    return new PersonSigner(ADA, role, KeyFiles.open(keyFile, PassphraseSource.none()));
  }
}
