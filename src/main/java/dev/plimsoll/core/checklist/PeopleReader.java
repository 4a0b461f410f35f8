package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Project.Person;
import dev.plimsoll.core.model.Project.Solo;
import dev.plimsoll.core.model.ReleaseType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `people:`, `approvals:` and `solo:`. One per project file.
final class PeopleReader {
  private static final String EMERGENCY = "emergency";
  private static final int MOST_PEOPLE = 20;

  private final Findings findings;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Integer> highest = new LinkedHashMap<>();

  PeopleReader(Findings findings) {
    this.findings = findings;
  }

  List<Person> people(FieldReader project) {
    for (var node : project.items("people")) {
      var fields = FieldReader.of(node, "A person", findings);
      if (fields != null) {
        person(fields);
      }
    }
    return List.copyOf(people.values());
  }

  /// Every role that somebody plays.
  Set<String> roles() {
    var roles = new LinkedHashSet<String>();
    people.values().forEach(person -> roles.addAll(person.roles()));
    return roles;
  }

  private void person(FieldReader fields) {
    var principal = fields.requiredText("principal");
    if (!principal.isBlank() && !principal.matches("[^\\s,*?!\"]+")) {
      findings.error(
          fields.valueAt("principal"),
          "'" + principal + "' is no principal.",
          "Write one name as in allowed_signers, without blanks, commas and wildcards.");
    }
    var roles = fields.texts("roles");
    roles.forEach(role -> Names.checkRole(role, fields.valueAt("roles"), findings));
    if (roles.isEmpty()) {
      findings.error(
          fields.at("roles"),
          "A person needs at least one role.",
          "Add roles: [operator, approver]");
    }
    var name = fields.text("name");
    var person = new Person(principal, name == null ? principal : name, new LinkedHashSet<>(roles));
    if (people.putIfAbsent(principal, person) != null) {
      findings.error(
          fields.valueAt("principal"),
          "The person '" + principal + "' stands here twice.",
          "Give one entry all roles.");
    }
    fields.done();
  }

  Map<ReleaseType, Map<String, Integer>> approvals(FieldReader project) {
    var approvals = new EnumMap<ReleaseType, Map<String, Integer>>(ReleaseType.class);
    var fields = project.fields("approvals");
    if (fields == null) {
      return approvals;
    }
    for (var type : ReleaseType.values()) {
      var needed = fields.fields(type.word());
      if (needed != null) {
        approvals.put(type, counts(needed));
      }
    }
    emergency(fields);
    fields.done();
    return approvals;
  }

  private Map<String, Integer> counts(FieldReader fields) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var role : fields.names()) {
      Names.checkRole(role, fields.at(role), findings);
      var count = fields.wholeNumber(role, 1, MOST_PEOPLE);
      if (count != null) {
        counts.put(role, count);
        highest.merge(role, count, Math::max);
      }
    }
    return counts;
  }

  /// `emergency` is a way to release, not a distance between versions; this version checks its
  /// shape only.
  private void emergency(FieldReader approvals) {
    var fields = approvals.fields(EMERGENCY);
    if (fields == null) {
      return;
    }
    fields.duration("reviewWithin");
    var clocks = fields.fields("clocks");
    if (clocks != null) {
      clocks.names().forEach(clocks::duration);
    }
    for (var role : fields.names()) {
      if (!role.equals("reviewWithin") && !role.equals("clocks")) {
        Names.checkRole(role, fields.at(role), findings);
        fields.wholeNumber(role, 1, MOST_PEOPLE);
      }
    }
  }

  Solo solo(FieldReader project) {
    var fields = project.fields("solo");
    if (fields == null) {
      return new Solo(false, Duration.ZERO);
    }
    var coolingOff = fields.duration("coolingOff");
    var solo =
        new Solo(fields.flag("allowed", false), coolingOff == null ? Duration.ZERO : coolingOff);
    fields.done();
    return solo;
  }

  /// Says approvals that nobody, or too few people, can give. One person may play all roles where
  /// solo mode is allowed.
  void checkReach(FieldReader project, Solo solo) {
    var unmet = new ArrayList<String>();
    highest.forEach((role, count) -> {
      var holders =
          people.values().stream().filter(person -> person.roles().contains(role)).count();
      if (holders < count && !(solo.allowed() && (holders > 0 || people.isEmpty()))) {
        unmet.add(role + " needs " + count + ", " + holders + " named");
      }
    });
    if (!unmet.isEmpty()) {
      findings.error(
          project.at("approvals"),
          "There are not enough people for the approvals: " + String.join("; ", unmet) + ".",
          "Name them under people, or ask for fewer.");
    }
  }
}
