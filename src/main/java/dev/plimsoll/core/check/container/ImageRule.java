package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.release.ValueInFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `image`: the image that is here is the one that was recorded.
///
/// @param digest `sha256:...`, or `file#path` of where it is recorded
/// @param inspect the program that describes the image as JSON; its name is added at the end
record ImageRule(String name, String digest, List<String> inspect) implements ContainerRule {
  static final List<String> USUAL = List.of("docker", "image", "inspect");

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  ImageRule {
    inspect = List.copyOf(inspect);
  }

  @Override
  public String words() {
    return "image " + name + " is the recorded one";
  }

  @Override
  public String describe() {
    return "runs " + String.join(" ", inspect) + " " + name;
  }

  @Override
  public List<Clause> check(StepContext context) throws InterruptedException {
    var image = context.variables().resolve(name);
    var written = context.variables().resolve(digest);
    var wanted =
        DIGEST.matcher(written).matches()
            ? written
            : ValueInFile.read(context.subject().root(), written).text();
    if (!DIGEST.matcher(wanted).matches()) {
      return List.of(
          Clause.unclear(
              "no digest recorded",
              Finding.error("What " + digest + " holds is no digest (sha256:...).")));
    }
    var words = Stream.concat(inspect.stream(), Stream.of(name)).toList();
    var seen = digests(Asked.output(context, words));
    if (seen.isEmpty()) {
      return List.of(
          Clause.unclear(
              "answer not understood",
              Finding.error(inspect.getFirst() + " names no digest of " + image + ".")));
    }
    return List.of(
        seen.contains(wanted)
            ? Clause.held(image + " is " + wanted.substring(0, 19))
            : Clause.broken(
                image + " is another image",
                Finding.error(
                    image
                        + " is "
                        + seen.getFirst()
                        + "; recorded is "
                        + wanted
                        + ". Build it again from the tag, or find out who replaced it.")));
  }

  private static List<String> digests(String json) {
    var digests = new ArrayList<String>();
    try {
      var root = JsonMapper.shared().readTree(json);
      var image = root.isArray() ? root.path(0) : root;
      image.path("RepoDigests").forEach(one -> add(one.asString(""), digests));
      add(image.path("Id").asString(""), digests);
    } catch (JacksonException malformed) {
      return List.of();
    }
    return digests;
  }

  private static void add(String text, List<String> digests) {
    var digest = text.substring(text.indexOf('@') + 1);
    if (DIGEST.matcher(digest).matches()) {
      digests.add(digest);
    }
  }

  /// For the reader: whether a text may stand as `digest`.
  static boolean isReference(String text) {
    return DIGEST.matcher(text).matches() || !text.startsWith("sha256:");
  }
}
