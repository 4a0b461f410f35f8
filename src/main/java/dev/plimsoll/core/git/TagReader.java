package dev.plimsoll.core.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/// Reads tags. The signature of a signed tag is the end of its message, from the first armor line
/// on.
final class TagReader {
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?m)^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----\\r?$");

  private final Repository repository;

  TagReader(Repository repository) {
    this.repository = repository;
  }

  List<GitTag> all() throws IOException {
    var tags = new ArrayList<GitTag>();
    try (var walk = new RevWalk(repository)) {
      for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
        tags.add(read(ref, walk));
      }
    }
    tags.sort(Comparator.comparing(GitTag::name));
    return tags;
  }

  List<String> names(Predicate<String> wanted, Comparator<String> order) throws IOException {
    return repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
        .map(TagReader::name)
        .filter(wanted)
        .sorted(order)
        .toList();
  }

  Optional<GitTag> one(String name) throws IOException {
    var ref = repository.exactRef(Constants.R_TAGS + name);
    if (ref == null) {
      return Optional.empty();
    }
    try (var walk = new RevWalk(repository)) {
      return Optional.of(read(ref, walk));
    }
  }

  private static GitTag read(Ref ref, RevWalk walk) throws IOException {
    var object = walk.parseAny(ref.getObjectId());
    var pointee = walk.peel(object);
    var annotation = object instanceof RevTag tag ? annotation(tag, walk) : null;
    return new GitTag(name(ref), object.name(), pointee.name(), annotation);
  }

  private static GitTag.Annotation annotation(RevTag tag, RevWalk walk) throws IOException {
    walk.parseBody(tag);
    var text = tag.getFullMessage();
    var signature = SIGNATURE.matcher(text);
    var signed = signature.find();
    var tagger = tag.getTaggerIdent();
    return new GitTag.Annotation(
        signed ? text.substring(0, signature.start()) : text,
        tagger == null ? "" : tagger.getName() + " <" + tagger.getEmailAddress() + ">",
        tagger == null ? null : tagger.getWhenAsInstant(),
        signed || tag.getRawGpgSignature() != null);
  }

  private static String name(Ref ref) {
    return ref.getName().substring(Constants.R_TAGS.length());
  }
}
