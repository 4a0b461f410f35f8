package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepRules.Exits;
import dev.plimsoll.core.model.StepRules.Freshness;
import dev.plimsoll.core.model.StepRules.Freshness.Bound;
import dev.plimsoll.core.model.StepRules.Pace;
import dev.plimsoll.core.model.StepRules.Weight;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the keys of a step that say when it applies, what excuses it and how long its evidence
/// lasts.
final class StepRulesReader {
  private static final int MOST_RETRIES = 20;
  private static final int MOST_DAYS = 365;
  private static final Map<String, Bound> BOUNDS = bounds();

  private final FieldReader fields;
  private final ChecklistScope scope;
  private final Findings findings;

  StepRulesReader(FieldReader fields, ChecklistScope scope, Findings findings) {
    this.fields = fields;
    this.scope = scope;
    this.findings = findings;
  }

  private static Map<String, Bound> bounds() {
    var bounds = new LinkedHashMap<String, Bound>();
    bounds.put("commit", Bound.COMMIT);
    bounds.put("artifacts", Bound.ARTIFACTS);
    bounds.put("files", Bound.FILES);
    return bounds;
  }

  /// @param byNature whether the verb is irreversible, whatever the step says
  StepRules read(VerbKind kind, boolean byNature) {
    var said = fields.flag("irreversible", false);
    var weight =
        new Weight(fields.flag("optional", false), fields.flag("killer", false), said || byNature);
    var rules =
        new StepRules(
            when(),
            Names.types(fields, "types", findings),
            role(),
            weight,
            new Exits(fields.flag("waivable", !weight.killer()), deferrableDays()),
            new Freshness(fields.duration("maxAge"), bindTo()),
            pace(),
            fields.flag("negative", false),
            redact());
    contradictions(rules, kind);
    return rules;
  }

  private @Nullable String when() {
    var node = fields.node("when");
    var text = fields.text("when");
    if (node != null && text != null) {
      scope.checkCondition(text, node.at());
    }
    return text;
  }

  private @Nullable String role() {
    var role = fields.text("role");
    if (role != null) {
      Names.checkRole(role, fields.valueAt("role"), findings);
      scope.refer(Reference.Kind.ROLE, role, fields.valueAt("role"));
    }
    return role;
  }

  private @Nullable Integer deferrableDays() {
    var deferrable = fields.fields("deferrable");
    if (deferrable == null) {
      return null;
    }
    var days = deferrable.wholeNumber("maxDays", 1, MOST_DAYS);
    if (days == null && !deferrable.has("maxDays")) {
      findings.error(deferrable.at(), "The key 'maxDays' is missing here.", "Add maxDays: 7");
    }
    deferrable.done();
    return days;
  }

  private Set<Bound> bindTo() {
    if (!fields.has("bindTo")) {
      return EnumSet.of(Bound.COMMIT);
    }
    var bound = EnumSet.noneOf(Bound.class);
    for (var item : fields.items("bindTo")) {
      var known = item instanceof Node.Scalar scalar ? BOUNDS.get(scalar.text()) : null;
      if (known != null) {
        bound.add(known);
      } else {
        var given = item instanceof Node.Scalar scalar ? scalar.text() : item.kind();
        findings.error(
            item.at(), "'bindTo' cannot be " + given + ".", Nearest.hint(given, BOUNDS.keySet()));
      }
    }
    return bound;
  }

  private Pace pace() {
    var retries = fields.fields("retries");
    var n = retries == null ? null : retries.wholeNumber("n", 0, MOST_RETRIES);
    var wait = retries == null ? null : retries.duration("wait");
    if (retries != null) {
      if (!retries.has("n")) {
        findings.error(retries.at(), "The key 'n' is missing here.", "Add n: 2");
      }
      retries.done();
    }
    return new Pace(
        fields.duration("timeout"),
        n == null ? 0 : n,
        wait == null ? Duration.ZERO : wait,
        fields.duration("estimate"));
  }

  private Set<String> redact() {
    var patterns = new LinkedHashSet<String>();
    for (var pattern : fields.texts("redact")) {
      var mistake = SearchPattern.mistake(pattern);
      if (mistake == null) {
        patterns.add(pattern);
      } else {
        findings.error(fields.valueAt("redact"), mistake, "Correct the regular expression.");
      }
    }
    return patterns;
  }

  private void contradictions(StepRules rules, VerbKind kind) {
    if (rules.killer() && rules.weight().optional()) {
      findings.error(
          fields.at("optional"), "A killer step cannot be optional.", "Remove one of the two.");
    }
    if (rules.killer() && fields.has("deferrable")) {
      findings.error(
          fields.at("deferrable"), "A killer step cannot be deferred.", "Remove one of the two.");
    }
    if (rules.negative() && kind != VerbKind.CHECK) {
      findings.error(
          fields.at("negative"), "Only a check can be expected to fail.", "Remove 'negative'.");
    }
    if (rules.irreversible() && rules.pace().retries() > 0) {
      findings.error(
          fields.at("retries"),
          "An irreversible step is never retried by itself.",
          "Remove 'retries'.");
    }
  }
}
