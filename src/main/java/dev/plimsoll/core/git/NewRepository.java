package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/// Makes small repositories from nothing.
public final class NewRepository {
  private NewRepository() {}

  /// Makes a repository in `directory` (created where it does not exist) with the given files in
  /// one commit. Files that start with `#!` are made executable. Neither hooks nor signing of the
  /// person's own git configuration apply.
  ///
  /// @param files text by path, relative and with `/`
  /// @param committedOn time of the commit
  /// @return digest of the commit
  /// @throws Problem where the folder already holds a repository, or cannot be written
  public static String create(
      Path directory,
      Map<String, String> files,
      Identity author,
      String branch,
      Instant committedOn) {
    if (Files.exists(directory.resolve(".git"))) {
      throw Problem.of(
          "Repository not made",
          directory + " already holds a git repository.",
          "Name an empty folder.");
    }
    try {
      Files.createDirectories(directory);
      for (var file : files.entrySet()) {
        write(directory.resolve(file.getKey()), file.getValue());
      }
      try (var git = Git.init().setDirectory(directory.toFile()).setInitialBranch(branch).call()) {
        rememberAuthor(git, author);
        return commitAll(git, author, "first commit", committedOn);
      }
    } catch (IOException | GitAPIException broken) {
      throw Problem.of(
          "Repository not made",
          directory + " cannot be filled: " + broken.getMessage() + ".",
          "Name a folder that you may write to.",
          broken);
    }
  }

  /// So that the git that is installed knows who tags and commits there, whoever it knows
  /// elsewhere.
  private static void rememberAuthor(Git git, Identity author) throws IOException {
    var config = git.getRepository().getConfig();
    config.setString("user", null, "name", author.name());
    config.setString("user", null, "email", author.email());
    config.save();
  }

  private static void write(Path file, String text) throws IOException {
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
    if (text.startsWith("#!") && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /// Commits everything that lies in the work tree of a repository and is not ignored.
  ///
  /// @return digest of the commit
  public static String commitAll(Path root, Identity author, String message, Instant committedOn) {
    try (var git = Git.open(root.toFile())) {
      return commitAll(git, author, message, committedOn);
    } catch (IOException | GitAPIException broken) {
      throw Problem.of(
          "Nothing committed",
          root + " cannot be committed: " + broken.getMessage() + ".",
          "See what git says about it: git status",
          broken);
    }
  }

  /// Puts annotated, unsigned tags on the checked out commit.
  public static void tag(Path root, Collection<String> names, Identity tagger, Instant taggedOn) {
    try (var git = Git.open(root.toFile())) {
      for (var name : names) {
        git.tag()
            .setName(name)
            .setMessage(name)
            .setAnnotated(true)
            .setSigned(false)
            .setTagger(new PersonIdent(tagger.name(), tagger.email(), taggedOn, ZoneOffset.UTC))
            .call();
      }
    } catch (IOException | GitAPIException broken) {
      throw Problem.of(
          "Nothing tagged",
          root + " cannot be tagged: " + broken.getMessage() + ".",
          "Correct the names of the tags.",
          broken);
    }
  }

  private static String commitAll(Git git, Identity author, String message, Instant committedOn)
      throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    var person = new PersonIdent(author.name(), author.email(), committedOn, ZoneOffset.UTC);
    return git.commit()
        .setAuthor(person)
        .setCommitter(person)
        .setMessage(message)
        .setSign(false)
        .setNoVerify(true)
        .call()
        .name();
  }
}
