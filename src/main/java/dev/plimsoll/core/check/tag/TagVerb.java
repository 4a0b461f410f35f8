package dev.plimsoll.core.check.tag;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.git.SystemGit;
import dev.plimsoll.core.git.TagSigning;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.model.TagMade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the release tag with the git that is installed, reads it back, and records it. Where it is
/// there already and this release made it, nothing is done; a tag that somebody else made is never
/// moved.
public final class TagVerb implements VerbDefinition<Tag> {
  @Override
  public String word() {
    return "tag";
  }

  @Override
  public Class<Tag> type() {
    return Tag.class;
  }

  @Override
  public @Nullable Tag read(Node value, @Nullable Node expect, Findings findings) {
    var fields = FieldReader.of(value, "'tag'", findings);
    if (fields == null) {
      return null;
    }
    if (expect != null) {
      findings.error(
          expect.at(), "'tag' takes no expectations.", "Check the tag with a 'git' step after it.");
    }
    var name = fields.text("name");
    var message = fields.text("message");
    var tag =
        new Tag(
            name == null ? "{tag}" : name,
            message == null ? "Release {tag}" : message,
            fields.flag("sign", true));
    fields.done();
    return tag;
  }

  @Override
  public Conclusion carryOut(Tag verb, StepContext context) throws InterruptedException {
    var name = context.variables().resolve(verb.name());
    var expected = new Tag(name, verb.message(), verb.sign()).expected();
    try (var repository = GitRepository.open(context.subject().root())) {
      var bound = repository.binding();
      var obstacle = obstacle(repository.tag(name).orElse(null), bound, context);
      if (obstacle != null) {
        return Conclusion.of(obstacle, expected);
      }
      var git = SystemGit.find(context.workplace().environment());
      if (git.isEmpty()) {
        return Conclusion.of(
            new Outcome.Unavailable("git is not on the PATH; install it to make signed tags"),
            expected);
      }
      var release = context.release();
      var message =
          TagMessage.of(
              context.variables().resolve(verb.message()),
              release.state().runs(),
              release.checkpoint());
      context.tap().line("note", "git tag " + name + " at " + bound.shortCommit());
      git.get().createTag(repository.root(), name, bound.commit(), message, signing(verb, context));
      return Conclusion.of(readBack(repository, name, bound, message, context), expected);
    }
  }

  /// Why nothing is to be done, or null.
  private static @Nullable Outcome obstacle(
      @Nullable GitTag there, Binding bound, StepContext context) {
    if (there != null) {
      return existing(there, bound, context);
    }
    if (bound.dirty()) {
      return new Outcome.Failed(
          "uncommitted changes",
          List.of(
              new Finding(
                  Severity.ERROR,
                  "The work tree differs from the commit that would be tagged.",
                  null,
                  "Commit or put the changes away, then run the step again.")));
    }
    return null;
  }

  private static Outcome existing(GitTag there, Binding bound, StepContext context) {
    var made = context.release().state().tag();
    var isHere = there.commit().equals(bound.commit());
    if (made != null && made.object().equals(there.object()) && isHere) {
      return new Outcome.Passed("tag " + there.name() + " was made by this release already");
    }
    if (made == null && isHere && carriesOurCheckpoint(there, context)) {
      record(there, context);
      return new Outcome.Warned(
          "tag " + there.name() + " was made before an interruption, and is recorded now",
          List.of(
              Finding.warning(
                  "The tag carries a checkpoint of this log, and nothing was recorded about it.")));
    }
    return new Outcome.Failed(
        "tag " + there.name() + " exists already",
        List.of(
            Finding.error(
                "The tag "
                    + there.name()
                    + " exists at commit "
                    + there.commit()
                    + " and was not made here.",
                Position.of("refs/tags/" + there.name()),
                "A release tag is never moved: release the next version.")));
  }

  /// Whether it was made from this log: after a crash between git and the record, that is how it is
  /// known again.
  private static boolean carriesOurCheckpoint(GitTag there, StepContext context) {
    var annotation = there.annotation();
    var origin = context.release().checkpoint().lines().findFirst().orElse("");
    return annotation != null
        && TagMessage.origin(annotation.message()).filter(origin::equals).isPresent();
  }

  private static void record(GitTag tag, StepContext context) {
    context
        .release()
        .record(
            new StepContext.Effect.TagCreated(
                new TagMade(tag.name(), tag.object(), tag.commit(), tag.isSigned())));
  }

  private static TagSigning signing(Tag verb, StepContext context) {
    if (!verb.sign()) {
      return new TagSigning.Unsigned();
    }
    var key = context.release().signingKey();
    return key == null ? new TagSigning.Configured() : new TagSigning.SshKey(key);
  }

  private static Outcome readBack(
      GitRepository repository, String name, Binding bound, String message, StepContext context) {
    var tag = repository.tag(name).orElse(null);
    if (tag == null || tag.annotation() == null || !tag.commit().equals(bound.commit())) {
      return new Outcome.Inconclusive("git made no tag " + name + " that can be read back");
    }
    record(tag, context);
    if (!tag.annotation().message().strip().equals(message.strip())) {
      return new Outcome.Inconclusive("the tag " + name + " does not carry the text it was given");
    }
    return new Outcome.Passed(
        (tag.isSigned() ? "signed tag " : "annotated tag ")
            + name
            + " at "
            + bound.shortCommit()
            + ", with the audit checkpoint");
  }
}
