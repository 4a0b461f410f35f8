package dev.plimsoll.core.release;

import java.util.ArrayList;
import java.util.List;

/// The path of a value in a data file: members parted by dots; a member that holds a dot stands in
/// double quotes.
public final class MemberPath {
  private MemberPath() {}

  /// `a."b.c".d` as its three members.
  public static List<String> members(String path) {
    var members = new ArrayList<String>();
    var member = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < path.length(); i++) {
      var c = path.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        members.add(member.toString());
        member.setLength(0);
      } else {
        member.append(c);
      }
    }
    members.add(member.toString());
    return members;
  }
}
