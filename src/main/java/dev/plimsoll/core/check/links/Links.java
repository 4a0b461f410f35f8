package dev.plimsoll.core.check.links;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;

/// The verb `links`.
///
/// @param in patterns of documents that are read
/// @param except patterns of documents that are passed over
/// @param ignore patterns of targets that are not followed
/// @param anchors whether what stands behind `#` must exist
/// @param mentions whether paths that stand as code must exist
public record Links(
    List<String> in, List<String> except, List<String> ignore, boolean anchors, boolean mentions)
    implements Verb {
  public Links {
    in = List.copyOf(in);
    except = List.copyOf(except);
    ignore = List.copyOf(ignore);
  }

  @Override
  public String word() {
    return "links";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return "every link of "
        + String.join(", ", in)
        + " leads to a file"
        + (anchors ? " and anchor" : "")
        + " that exists"
        + (mentions ? "; every path that is mentioned exists" : "");
  }

  @Override
  public List<String> describe() {
    return in.stream().map(glob -> "reads " + glob + " and looks where links lead").toList();
  }
}
