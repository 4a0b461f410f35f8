package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A team's project file: what is released, in which order, by whom.
///
/// @param plan the release: its checklists in order
/// @param rules versions, branches, approvals, solo mode
/// @param people who may play which role
/// @param desk contacts, risks and the maintenance plan, for the people who walk checklists
/// @param audit chains of other systems, and the recipes they are verified by
/// @param backups what is saved together, in the order of the file
/// @param secrets names of secrets; values come from the environment or a prompt and are never
///   stored
/// @param source the file it was read from
public record Project(
    String product,
    List<PlanItem> plan,
    Rules rules,
    List<Person> people,
    Desk desk,
    Audit audit,
    List<BackupSet> backups,
    Set<String> secrets,
    Checklist.Source source) {
  public Project {
    backups = List.copyOf(backups);
    plan = List.copyOf(plan);
    people = List.copyOf(people);
    secrets = Set.copyOf(secrets);
  }

  /// A project that names neither chain nor backup.
  public Project(
      String product,
      List<PlanItem> plan,
      Rules rules,
      List<Person> people,
      Desk desk,
      Set<String> secrets,
      Checklist.Source source) {
    this(product, plan, rules, people, desk, Audit.NONE, List.of(), secrets, source);
  }

  /// The same with other chains or recipes.
  public Project with(Audit other) {
    return new Project(product, plan, rules, people, desk, other, backups, secrets, source);
  }

  /// The same with other backup sets.
  public Project with(List<BackupSet> others) {
    return new Project(product, plan, rules, people, desk, audit, others, secrets, source);
  }

  /// The backup set of that name.
  public Optional<BackupSet> backup(String name) {
    return backups.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  /// @param chains in the order of the file, names unique
  /// @param recipes every recipe that a chain of this project may name: its own, then those that
  ///   are built in; not copied, since most are never read: hand in what nobody changes
  public record Audit(List<AuditedChain> chains, List<Recipe> recipes) {
    public static final Audit NONE = new Audit(List.of(), List.of());

    public Audit {
      chains = List.copyOf(chains);
    }

    public Optional<AuditedChain> chain(String name) {
      return chains.stream().filter(chain -> chain.name().equals(name)).findFirst();
    }

    /// The recipe of that name, a project's own before one that is built in; of a family all its
    /// variants; empty where there is none.
    public List<Recipe> named(String name) {
      var family = recipes.stream().filter(recipe -> recipe.family().equals(name)).toList();
      return family.isEmpty()
          ? recipes.stream().filter(recipe -> recipe.name().equals(name)).limit(1).toList()
          : family;
    }
  }

  /// @param checklist id
  /// @param after ids of checklists that must be complete before this one starts
  /// @param types release types it is for; empty means all
  public record PlanItem(String checklist, List<String> after, Set<ReleaseType> types) {
    public PlanItem {
      after = List.copyOf(after);
      types = Set.copyOf(types);
    }

    public boolean isFor(ReleaseType type) {
      return types.isEmpty() || types.contains(type);
    }
  }

  /// @param releaseBranches names or globs a release may leave from; empty means any
  /// @param approvals by release type: role to number of distinct people
  public record Rules(
      VersionRule version,
      List<String> releaseBranches,
      Map<ReleaseType, Map<String, Integer>> approvals,
      Solo solo) {
    public Rules {
      releaseBranches = List.copyOf(releaseBranches);
      approvals = Map.copyOf(approvals);
    }

    public Map<String, Integer> approvalsFor(ReleaseType type) {
      return approvals.getOrDefault(type, Map.of());
    }
  }

  /// @param from `file#path` of the proposed next version, or null for the top changelog heading
  /// @param schemes `semver`, `pep440`; at least one
  /// @param tag the tag's form with `{version}` in it
  /// @param ignoreTags globs of tags that are never releases
  public record VersionRule(
      @Nullable String from, List<String> schemes, String tag, List<String> ignoreTags) {
    public VersionRule {
      schemes = List.copyOf(schemes);
      ignoreTags = List.copyOf(ignoreTags);
    }

    public String tagFor(String version) {
      return tag.replace("{version}", version);
    }
  }

  /// @param allowed whether one person may play all roles
  /// @param coolingOff the pause such a person must leave between the last step and the sign-off
  public record Solo(boolean allowed, Duration coolingOff) {}

  public record Person(String principal, String name, Set<String> roles) {
    public Person {
      roles = Set.copyOf(roles);
    }
  }

  /// @param maintenance what is walked regularly, whatever is released
  public record Desk(List<Contact> contacts, List<Risk> risks, List<Maintained> maintenance) {
    public Desk {
      contacts = List.copyOf(contacts);
      risks = List.copyOf(risks);
      maintenance = List.copyOf(maintenance);
    }

    /// One without a maintenance plan.
    public Desk(List<Contact> contacts, List<Risk> risks) {
      this(contacts, risks, List.of());
    }
  }

  /// @param checklist its id
  public record Maintained(String checklist, Rhythm every) {}

  public record Contact(String role, String name, String reach) {}

  public record Risk(String risk, String probability, String impact, String mitigation) {}

  public Optional<Person> person(String principal) {
    return people.stream().filter(person -> person.principal().equals(principal)).findFirst();
  }
}
