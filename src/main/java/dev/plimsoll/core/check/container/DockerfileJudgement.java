package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.container.Dockerfile.Instruction;
import dev.plimsoll.core.check.container.DockerfileRule.Wanted;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges a Dockerfile that has at least one stage.
record DockerfileJudgement(Dockerfile dockerfile) {
  Clause judge(Wanted wanted) {
    var text = wanted.text();
    return switch (wanted.kind()) {
      case FROM -> from(text);
      case VOLUME -> volume(text);
      case HEALTHCHECK -> healthcheck("");
      case HEALTHCHECK_SAYS -> healthcheck(text);
      case PACKAGE -> present(mention(text, "RUN"), "installs " + text);
      case NO_PACKAGE -> absent(mention(text, "RUN"), "installs " + text);
      case COPY -> present(mention(text, "COPY", "ADD"), "copies " + text);
      case NO_COPY -> absent(mention(text, "COPY", "ADD"), "copies " + text);
      case ENTRYPOINT_SAYS -> entryPoint(text);
      case USER -> user(text);
      case NOT_ROOT -> notRoot();
    };
  }

  private Clause from(String wanted) {
    var first = dockerfile.lineage().getFirst();
    if (first.unresolved()) {
      return Clause.unclear(
          "base image not known",
          at(first.line(), "An argument of the base image has no value.", "Give it a default."));
    }
    var seen = plainImage(first.image());
    var named = wanted.contains("@") ? seen : seen.split("@", 2)[0];
    return named.equals(plainImage(wanted))
        ? Clause.held("from " + seen)
        : Clause.broken(
            "from " + seen,
            at(first.line(), "The image starts from " + seen + ", not from " + wanted + ".", null));
  }

  /// The short name of an image on Docker Hub and the long one are one.
  private static String plainImage(String image) {
    return image.replaceFirst("^(?:docker\\.io/)?(?:library/)?", "");
  }

  private Clause volume(String path) {
    var volumes =
        dockerfile.instructions("VOLUME").stream()
            .flatMap(instruction -> words(instruction.text()))
            .toList();
    return volumes.contains(path)
        ? Clause.held("volume " + path)
        : Clause.broken(
            "no volume " + path,
            at(0, "The volume " + path + " is not declared.", "Add: VOLUME " + path));
  }

  private Clause healthcheck(String text) {
    var check = dockerfile.last("HEALTHCHECK");
    if (check == null || check.text().strip().equalsIgnoreCase("NONE")) {
      return Clause.broken(
          "no health check",
          at(check == null ? 0 : check.line(), "The image declares no health check.", "Add one."));
    }
    return check.text().contains(text)
        ? Clause.held("health check" + (text.isEmpty() ? "" : " with " + text))
        : Clause.broken(
            "health check without " + text,
            at(check.line(), "The health check does not say " + text + ".", "Add it."));
  }

  private Clause entryPoint(String text) {
    var entry = dockerfile.last("ENTRYPOINT");
    if (entry == null) {
      return Clause.broken("no entry point", at(0, "No entry point is declared.", "Add one."));
    }
    return entry.text().contains(text)
        ? Clause.held("entry point with " + text)
        : Clause.broken(
            "entry point without " + text,
            at(entry.line(), "The entry point does not say " + text + ".", "Add it."));
  }

  private Clause user(String wanted) {
    var user = dockerfile.last("USER");
    var seen = user == null ? "root" : user.text().strip();
    return seen.equals(wanted) || seen.split(":", 2)[0].equals(wanted)
        ? Clause.held("user " + seen)
        : Clause.broken(
            "user " + seen,
            at(
                user == null ? 0 : user.line(),
                "It runs as " + seen + ", not as " + wanted + ".",
                "Say USER " + wanted + "."));
  }

  private Clause notRoot() {
    var user = dockerfile.last("USER");
    var seen = user == null ? "root" : user.text().strip().split(":", 2)[0];
    if (seen.contains("$")) {
      return Clause.unclear(
          "user not known",
          at(user == null ? 0 : user.line(), "The user depends on a variable.", "Write it out."));
    }
    return seen.equals("root") || seen.equals("0")
        ? Clause.broken(
            "user root",
            at(user == null ? 0 : user.line(), "It runs as root.", "Add a USER of its own."))
        : Clause.held("user " + seen);
  }

  /// The first instruction that names `text` as a word, with or without a version, or null.
  private @Nullable Instruction mention(String text, String... kinds) {
    return dockerfile.instructions(kinds).stream()
        .filter(instruction -> words(instruction.text()).anyMatch(word -> isNamed(word, text)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNamed(String word, String wanted) {
    if (!word.startsWith(wanted)) {
      return word.endsWith(wanted) && wanted.startsWith("["); // `.[dev]` for `[dev]`
    }
    return word.length() == wanted.length()
        || wanted.endsWith("/")
        || "=<>~!:@[/".indexOf(word.charAt(wanted.length())) >= 0;
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("[\\s\"',;|&()]+"))
        .map(word -> word.startsWith("[") && !word.endsWith("]") ? word.substring(1) : word)
        .map(word ->
            word.endsWith("]") && !word.contains("[") ? word.substring(0, word.length() - 1) : word)
        .filter(word -> !word.isEmpty());
  }

  private Clause present(@Nullable Instruction mention, String what) {
    return mention != null
        ? Clause.held(what)
        : Clause.broken(
            "not: " + what,
            at(0, "It must be so that the image " + what + ", and it is not.", "Add it."));
  }

  private Clause absent(@Nullable Instruction mention, String what) {
    return mention == null
        ? Clause.held("not: " + what)
        : Clause.broken(what, at(mention.line(), "The image " + what + ".", "Take it out."));
  }

  private Finding at(int line, String message, @Nullable String next) {
    return new Finding(Severity.ERROR, message, Position.of(dockerfile.file(), line), next);
  }
}
