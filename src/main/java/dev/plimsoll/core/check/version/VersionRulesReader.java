package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.changelog.ChangelogRules;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.release.ReleaseDay;
import dev.plimsoll.core.release.VersionScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `version:`.
final class VersionRulesReader {
  private final Findings findings;

  VersionRulesReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable VersionRules read(Node value) {
    var fields = FieldReader.of(value, "'version'", findings);
    if (fields == null) {
      return null;
    }
    var before = findings.list().size();
    var isValid = fields.has("valid");
    var schemes = schemes(fields);
    var greater = fields.flag("greater", false);
    var type = type(fields);
    var same = fields.texts("same");
    for (var reference : same) {
      var flaw = RepositoryPaths.flaw(reference.split("#", 2)[0]);
      if (flaw != null) {
        findings.error(fields.at("same"), flaw, "Name a file inside the repository.");
      }
    }
    var history = history(fields);
    fields.done();
    if (history.isUnasked() && !isValid && !greater && type == null && same.isEmpty()) {
      if (findings.list().size() == before) {
        findings.error(
            fields.at(),
            "'version' looks at nothing here.",
            "Add for example valid: semver or greater: true.");
      }
      return null;
    }
    return new VersionRules(schemes, isValid, greater, type, same, history);
  }

  private VersionRules.History history(FieldReader fields) {
    return new VersionRules.History(
        fields.flag("tags", false),
        fields.flag("derived", false),
        !fields.flag("development", true),
        content(fields),
        calendar(fields));
  }

  /// `true`, or the changelog.
  private @Nullable String content(FieldReader fields) {
    var text = fields.text("content");
    if (text == null || text.equals("false")) {
      return null;
    }
    if (text.equals("true")) {
      return ChangelogRules.USUAL_FILE;
    }
    var flaw = RepositoryPaths.flaw(text);
    if (flaw != null) {
      findings.error(fields.at("content"), flaw, "Name a file inside the repository.");
    }
    return RepositoryPaths.normalised(text);
  }

  private Map<ReleaseType, ReleaseDay> calendar(FieldReader fields) {
    var calendar = new EnumMap<ReleaseType, ReleaseDay>(ReleaseType.class);
    var days = fields.fields("calendar");
    if (days == null) {
      return calendar;
    }
    for (var type : ReleaseType.values()) {
      var text = days.text(type.word());
      var day = text == null ? Optional.<ReleaseDay>empty() : ReleaseDay.parse(text);
      if (text != null && day.isEmpty()) {
        findings.error(
            days.valueAt(type.word()),
            "'" + text + "' is no day of release.",
            "Write, for example, tuesday or first tuesday of month.");
      }
      day.ifPresent(on -> calendar.put(type, on));
    }
    days.done();
    return calendar;
  }

  private List<VersionScheme> schemes(FieldReader fields) {
    var schemes = new ArrayList<VersionScheme>();
    for (var node : fields.items("valid")) {
      var text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
      var isFlag = node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.BOOLEAN;
      var scheme = VersionScheme.ofWord(text);
      if (scheme.isPresent()) {
        schemes.add(scheme.get());
      } else if (!isFlag || text.equals("false")) {
        var words = Arrays.stream(VersionScheme.values()).map(VersionScheme::word).toList();
        findings.error(node.at(), "'valid' cannot be " + text + ".", Nearest.hint(text, words));
      }
    }
    return schemes;
  }

  private @Nullable String type(FieldReader fields) {
    var node = fields.node("type");
    if (!(node instanceof Node.Scalar scalar)) {
      if (node != null) {
        fields.wrong("type", node, "true or a release type");
      }
      return null;
    }
    if (scalar.type() == Node.Scalar.Type.BOOLEAN) {
      return scalar.text().equals("true") ? VersionRules.DECLARED : null;
    }
    if (ReleaseType.ofWord(scalar.text()).isEmpty()) {
      var words = Arrays.stream(ReleaseType.values()).map(ReleaseType::word).toList();
      findings.error(
          scalar.at(),
          "'" + scalar.text() + "' is no release type.",
          Nearest.hint(scalar.text(), words));
      return null;
    }
    return scalar.text();
  }
}
