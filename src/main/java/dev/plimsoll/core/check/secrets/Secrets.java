package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `secrets`.
///
/// @param tracked whether the files that git tracks are looked through
/// @param artefacts patterns of further files; archives among them are opened
/// @param except patterns of files that are left out
/// @param allow what people accepted
/// @param without rules that are not applied
public record Secrets(
    boolean tracked,
    List<String> artefacts,
    List<String> except,
    List<Allowed> allow,
    List<String> without)
    implements Verb {
  public Secrets {
    artefacts = List.copyOf(artefacts);
    except = List.copyOf(except);
    allow = List.copyOf(allow);
    without = List.copyOf(without);
  }

  /// @param fingerprint 16 hexadecimal digits
  /// @param at where the checklist says so
  public record Allowed(String fingerprint, String reason, Position at) {}

  @Override
  public String word() {
    return "secrets";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return "no secret in " + String.join(", ", places());
  }

  private List<String> places() {
    var places = new ArrayList<String>();
    if (tracked) {
      places.add("tracked files");
    }
    places.addAll(artefacts);
    return places;
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add("looks for credentials in " + String.join(", ", places()));
    if (!except.isEmpty()) {
      lines.add("leaves out " + String.join(", ", except));
    }
    allow.forEach(
        allowed -> lines.add("accepts " + allowed.fingerprint() + ": " + allowed.reason()));
    return lines;
  }
}
