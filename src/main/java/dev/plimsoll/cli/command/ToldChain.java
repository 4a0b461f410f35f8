package dev.plimsoll.cli.command;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A verified chain, our own or another system's, in the one shape in which it is told.
///
/// @param log what it is called
/// @param exit its exit code
/// @param whole what is known of it where it is whole
/// @param broken what is wrong with it, and where
record ToldChain(
    String log,
    int exit,
    String sentence,
    Optional<Whole> whole,
    Optional<Broken> broken,
    How how) {

  /// @param genesis and `rootHash`: of our own log alone
  record Whole(
      long entries,
      @Nullable String genesis,
      String head,
      @Nullable String rootHash,
      List<Note> remarks) {
    Whole {
      remarks = List.copyOf(remarks);
    }
  }

  /// @param place null for our own log, whose entries are no lines of a file
  record Broken(VerdictCode code, long entry, @Nullable Place place) {}

  record Place(long line, long offset, String found, String expected) {}

  record Note(VerdictCode code, long entry, String sentence) {}

  /// @param recipe name of the recipe, or null where none was found
  /// @param anchor what it was held against, or null
  /// @param copy where a damaged file was copied to, or null
  record How(@Nullable String recipe, @Nullable Anchor anchor, @Nullable Path copy) {
    static final How OWN = new How("plimsoll", null, null);
  }

  static ToldChain own(String log, ChainVerdict verdict) {
    var exit = ExitCode.of(verdict);
    return switch (verdict) {
      case ChainVerdict.Whole whole ->
          new ToldChain(
              log,
              exit,
              whole.sentence(),
              Optional.of(
                  new Whole(
                      whole.entries(),
                      whole.genesis(),
                      whole.head(),
                      whole.rootHash(),
                      whole.remarks().stream()
                          .map(each -> new Note(each.code(), each.seq(), each.sentence()))
                          .toList())),
              Optional.empty(),
              How.OWN);
      case ChainVerdict.Broken broken ->
          new ToldChain(
              log,
              exit,
              broken.sentence(),
              Optional.empty(),
              Optional.of(new Broken(broken.code(), broken.seq(), null)),
              How.OWN);
      case ChainVerdict.CouldNotTell open -> open(log, open.sentence(), How.OWN);
    };
  }

  static ToldChain foreign(String log, ForeignVerdict verdict, How how) {
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new ToldChain(
              log,
              whole.hasWarnings() ? ExitCode.WARNED : ExitCode.OK,
              whole.sentence(),
              Optional.of(
                  new Whole(
                      whole.entries(),
                      null,
                      whole.head(),
                      null,
                      whole.remarks().stream()
                          .map(each -> new Note(each.code(), each.entry(), each.sentence()))
                          .toList())),
              Optional.empty(),
              how);
      case ForeignVerdict.Broken(var defect) ->
          new ToldChain(
              log,
              ExitCode.NO,
              defect.sentence(),
              Optional.empty(),
              Optional.of(
                  new Broken(
                      defect.code(),
                      defect.entry(),
                      new Place(
                          defect.line(), defect.offset(), defect.found(), defect.expected()))),
              how);
      case ForeignVerdict.CouldNotTell open -> open(log, open.sentence(), how);
    };
  }

  static ToldChain open(String log, String sentence, How how) {
    return new ToldChain(log, ExitCode.OPEN, sentence, Optional.empty(), Optional.empty(), how);
  }

  ToldChain copied(Path copy) {
    return new ToldChain(
        log, exit, sentence, whole, broken, new How(how.recipe(), how.anchor(), copy));
  }
}
