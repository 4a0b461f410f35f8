package dev.plimsoll.core.model;

import java.util.List;

/// The verb `sign-off`: people of a role approve what stands before this step in the checklist.
///
/// @param statement what is approved, in words; variables are resolved before it is shown
/// @param meaning what the signature means: `approved`, `reviewed`, `authored`
/// @param role the role that signs
/// @param people how many distinct principals, at least 1
public record SignOff(String statement, String meaning, String role, int people) implements Verb {
  @Override
  public String word() {
    return "sign-off";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.QUESTION;
  }

  @Override
  public String expected() {
    return people == 1
        ? "signed by one " + role
        : "signed by " + people + " distinct people as " + role;
  }

  @Override
  public List<String> describe() {
    var whom = people == 1 ? "one " + role : people + " distinct people as " + role;
    return List.of("asks " + whom + " to sign: " + statement);
  }
}
