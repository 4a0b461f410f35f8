package dev.plimsoll.core.run;

import java.util.List;

/// What a person is asked to sign.
///
/// @param step the sign-off step, or empty for the release as a whole
/// @param statement the sentence that is approved, resolved
/// @param meaning what the signature means
/// @param role the role it is asked of
/// @param subject digest over everything the approval covers
/// @param onScreen what it covers, one line each, as shown
public record SignOffRequest(
    String step,
    String statement,
    String meaning,
    String role,
    String subject,
    List<String> onScreen) {
  public SignOffRequest {
    onScreen = List.copyOf(onScreen);
  }
}
