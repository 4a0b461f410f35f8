package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a dotenv file against its example and against rules about its keys.
public final class EnvVerb implements VerbDefinition<EnvRules> {
  private static final String INTENT = "Settings not read";
  private static final long LARGEST = 1L << 20;

  @Override
  public String word() {
    return "env";
  }

  @Override
  public Class<EnvRules> type() {
    return EnvRules.class;
  }

  @Override
  public @Nullable EnvRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'env'.", "Say it under env.");
    }
    return new EnvRulesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(EnvRules verb, StepContext context) {
    var expected = context.variables().resolve(verb.expected());
    var env = file(context, verb.file());
    if (env == null) {
      return Conclusion.of(missing(verb.file(), verb.example()), expected);
    }
    var example = verb.example() == null ? null : file(context, verb.example());
    if (verb.example() != null && example == null) {
      return Conclusion.of(missing(verb.example(), null), expected);
    }
    var place =
        new EnvFacts.Place(
            context.subject().root(),
            context.variables()::resolve,
            context.workplace().clock().instant(),
            verb.absolute());
    var facts = new EnvFacts(env, example, verb.names(), place);
    var clauses = new ArrayList<Clause>();
    if (!env.flaws().isEmpty()) {
      clauses.add(Clause.broken(env.file() + " not well formed", env.flaws()));
    }
    verb.rules().forEach(rule -> clauses.add(rule.check(facts)));
    return Conclusion.of(Clause.outcome(clauses), expected);
  }

  private static Outcome missing(String file, @Nullable String example) {
    return new Outcome.Failed(
        "no " + file,
        List.of(
            Finding.error(
                "The file " + file + " is not there.",
                Position.of(file),
                example == null
                    ? "Create it, or correct the path."
                    : "Create it after " + example + ".")));
  }

  private static @Nullable Dotenv file(StepContext context, String file) {
    var name = context.variables().resolve(file);
    var place = new RepositoryPaths(context.subject().root()).inside(name);
    if (!Files.isRegularFile(place)) {
      return null;
    }
    try {
      if (Files.size(place) > LARGEST) {
        throw Problem.of(INTENT, name + " is larger than 1 MiB.", "Name a dotenv file.");
      }
      return Dotenv.parse(name, Files.readString(place));
    } catch (CharacterCodingException noText) {
      throw Problem.of(INTENT, name + " is not UTF-8 text.", "Save it as UTF-8.", noText);
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, name + " cannot be read.", "See who may read it.", unreadable);
    }
  }
}
