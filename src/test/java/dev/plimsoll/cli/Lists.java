package dev.plimsoll.cli;

/// Checklists for tests.
final class Lists {
  /// A program, a question, a sign-off.
  static final String PRE_RELEASE =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      parameters:
        greeting: {type: text, default: hello}
      sections:
        - id: all
          title: Everything
          steps:
            - id: hello
              title: It says hello
              command: {run: [sh, hello.sh]}
              expect: ["stdout contains hello"]
            - id: reviewed
              title: Code review
              ask: {challenge: "Who reviewed the change?", record: text, evidence: optional}
            - id: approve
              title: Approval
              sign-off: {statement: "I approve {version}.", meaning: approved, role: approver}
      """;

  /// One program; more steps are written below it.
  static final String ONE_PROGRAM =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      sections:
        - id: all
          title: Everything
          steps:
            - id: hello
              title: It says hello
              command: {run: [sh, hello.sh]}
      """;

  private Lists() {}

  static String strict(String checklist) {
    return checklist.replace("order: free", "order: strict");
  }
}
