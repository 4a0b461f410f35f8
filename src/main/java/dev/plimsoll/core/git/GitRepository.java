package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.BranchTrackingStatus;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/// Reads a repository with a work tree: a plain clone, a linked worktree, a submodule, on a branch
/// or on none, shallow or whole, with or without commits. Every answer is read anew. Each method
/// throws [Problem] where the repository cannot be read, and those that speak of commits where
/// there is none yet. Thread-safe.
public final class GitRepository implements AutoCloseable {
  /// What [Binding#branch] says where no branch is checked out.
  public static final String DETACHED = "(detached)";

  static {
    MachineConfig.know();
  }

  private final Repository repository;
  private final Path root;

  private GitRepository(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /// Opens the repository whose work tree holds `anywhereInside`, a folder or a file.
  ///
  /// @throws Problem where there is none, it is bare, or its format is not supported
  public static GitRepository open(Path anywhereInside) {
    try {
      if (!Files.exists(anywhereInside)) {
        throw notThere(anywhereInside);
      }
      var place = anywhereInside.toRealPath();
      var builder = new FileRepositoryBuilder().findGitDir(place.toFile());
      if (builder.getGitDir() == null) {
        throw notARepository(anywhereInside);
      }
      return checked(builder.setMustExist(true).build(), place);
    } catch (RepositoryNotFoundException broken) {
      throw notARepository(anywhereInside);
    } catch (IOException | IllegalArgumentException broken) {
      throw unreadable(anywhereInside, broken);
    }
  }

  private static GitRepository checked(Repository repository, Path place) throws IOException {
    if (repository.isBare()) {
      repository.close();
      throw Problem.of(
          "Repository not usable",
          place + " is a bare repository: it has no files to check.",
          "Clone it and open the clone.");
    }
    var format = repository.getConfig().getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      repository.close();
      throw Problem.of(
          "Repository not usable",
          place + " keeps its objects under " + format + ", which is not supported yet.",
          "Open a clone that uses sha1.");
    }
    return new GitRepository(repository, repository.getWorkTree().toPath().toRealPath());
  }

  private static Problem notThere(Path path) {
    return Problem.of(
        "Repository not opened",
        path + " does not exist.",
        "Name a folder inside a git repository.");
  }

  private static Problem notARepository(Path path) {
    return Problem.of(
        "Repository not opened",
        path + " does not lie in a git repository.",
        "Name a folder inside one, or make one with: git init");
  }

  private static Problem unreadable(Path path, Exception cause) {
    return Problem.of(
        "Repository not readable",
        path + " cannot be read as a git repository: " + cause.getMessage() + ".",
        "See what git says about it: git fsck",
        cause);
  }

  /// The top folder of the work tree, absolute, symbolic links resolved.
  public Path root() {
    return root;
  }

  /// The `.git` folder that all worktrees of the repository share.
  public Path commonDir() {
    return repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
  }

  public boolean hasCommits() {
    return reading(() -> repository.resolve(Constants.HEAD) != null);
  }

  /// The state that evidence is bound to. Looks at every file of the work tree.
  ///
  /// @throws Problem where there is no commit yet
  public Binding binding() {
    var clean = dirtyPaths(0).isClean();
    return reading(() -> {
      try (var walk = new RevWalk(repository)) {
        var commit = walk.parseCommit(headId());
        return new Binding(commit.name(), commit.getTree().name(), branch(), !clean);
      }
    });
  }

  /// The branch's short name, also before its first commit, or [#DETACHED].
  public String branch() {
    return reading(() -> {
      var full = repository.getFullBranch();
      return full != null && full.startsWith(Constants.R_HEADS)
          ? Repository.shortenRefName(full)
          : DETACHED;
    });
  }

  /// What differs from the commit, files that are not tracked and not ignored included.
  ///
  /// @param limit how many paths are named
  public DirtyPaths dirtyPaths(int limit) {
    return reading(() -> WorkTree.dirtyPaths(repository, limit));
  }

  /// The files that git tracks, by the index, in order of path; no links and no submodules. Nothing
  /// is said about whether they are still there.
  public List<String> trackedFiles() {
    return reading(() -> WorkTree.tracked(repository));
  }

  /// The commit that is checked out.
  public Commit head() {
    return reading(() -> new CommitWalk(repository).commit(headId()));
  }

  /// The files under a folder as they were at a revision (`v1.0.0`, `HEAD~1`), by path from the
  /// top; links and files over 1 MiB are left out.
  ///
  /// @throws Problem where there is no such revision
  public Map<String, byte[]> filesAt(String revision, String folder) {
    return reading(() -> new RevisionFiles(repository).under(revision, folder));
  }

  /// Every tag, in order of name.
  public List<GitTag> tags() {
    return reading(() -> new TagReader(repository).all());
  }

  public Optional<GitTag> tag(String name) {
    return reading(() -> new TagReader(repository).one(name));
  }

  /// The greatest release tag that the checked out commit builds on, or is.
  ///
  /// @param isRelease whether a tag's name is a release's
  /// @param byVersion orders names of release tags
  public Optional<GitTag> lastReleaseTag(
      Predicate<String> isRelease, Comparator<String> byVersion) {
    return reading(() -> {
      var walk = new CommitWalk(repository);
      var head = headId();
      for (var name : new TagReader(repository).names(isRelease, byVersion.reversed())) {
        var tag = new TagReader(repository).one(name);
        if (tag.isPresent() && walk.builtOn(ObjectId.fromString(tag.get().commit()), head)) {
          return tag;
        }
      }
      return Optional.empty();
    });
  }

  /// Whether the checked out commit is the tagged one or has it among its ancestors, as far as this
  /// clone reaches.
  public boolean buildsOn(GitTag tag) {
    return reading(
        () -> new CommitWalk(repository).builtOn(ObjectId.fromString(tag.commit()), headId()));
  }

  /// The commits between a tag (all commits where it is null) and the one that is checked out.
  ///
  /// @param limit how many commits are named
  public CommitRange commitsSince(@Nullable GitTag tag, int limit) {
    return reading(() -> new CommitWalk(repository).since(start(tag), headId(), limit));
  }

  /// What the commits between a tag (all commits where it is null) and the one that is checked out
  /// say.
  ///
  /// @param limit how many are read
  public CommitMessages messagesSince(@Nullable GitTag tag, int limit) {
    return reading(() -> new CommitWalk(repository).messagesSince(start(tag), headId(), limit));
  }

  /// Those of the branch's own (first-parent) commits since a tag that are no merges; a first
  /// commit without parents is not counted.
  public CommitRange directCommitsSince(@Nullable GitTag tag, int limit) {
    return reading(() -> new CommitWalk(repository).directSince(start(tag), headId(), limit));
  }

  /// Paths whose committed content differs between a tag and the commit that is checked out. A
  /// moved file is two paths.
  public Set<String> changedFilesSince(GitTag tag) {
    return reading(() -> WorkTree.changed(repository, ObjectId.fromString(tag.commit()), headId()));
  }

  /// The paths that a commit changed against its first parent (all of its files where it has none);
  /// empty where this clone holds no such commit.
  ///
  /// @param id its digest, or at least the first seven digits
  public Optional<Set<String>> changedBy(String id) {
    return reading(() -> CommitFiles.changedBy(repository, id));
  }

  /// A file as the tagged commit holds it; empty where it has no such file.
  ///
  /// @param path relative to the top, with `/`
  /// @param largest bytes; a larger file is a [Problem]
  public Optional<byte[]> fileAt(GitTag tag, String path, long largest) {
    return reading(
        () -> CommitFiles.read(repository, ObjectId.fromString(tag.commit()), path, largest));
  }

  /// Short names of the local branches, in order.
  public Set<String> branches() {
    return reading(() -> {
      var names = new TreeSet<String>();
      for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
        names.add(Repository.shortenRefName(ref.getName()));
      }
      return names;
    });
  }

  /// Short names of the branches that remotes had when they were last fetched, in order, without
  /// the remote's name.
  public Set<String> remoteBranches() {
    return reading(() -> {
      var names = new TreeSet<String>();
      for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
        var name = repository.shortenRemoteBranchName(ref.getName());
        if (name != null && !name.equals(Constants.HEAD)) {
          names.add(name);
        }
      }
      return names;
    });
  }

  /// The commit that a digest names, in full or its first digits (seven at least), or empty where
  /// this clone has none, or several.
  public Optional<Commit> find(String digits) {
    return reading(() -> new CommitWalk(repository).find(digits));
  }

  /// Paths that a commit changed against its first parent; of a first commit all. Empty where this
  /// clone ends at the commit, so that its parent is not known.
  public Optional<Set<String>> filesOf(Commit commit) {
    return reading(() -> WorkTree.changedBy(repository, ObjectId.fromString(commit.id())));
  }

  /// Where `origin` points, without any user name or password, or empty where there is no such
  /// remote.
  public Optional<String> originUrl() {
    return reading(() -> Origin.of(repository)).map(Origin::address);
  }

  /// The host that `origin` points to, lower case; empty where there is no such remote or it is a
  /// folder.
  public Optional<String> originHost() {
    return reading(() -> Origin.of(repository)).flatMap(Origin::host);
  }

  /// Empty where no branch is checked out, or it tracks none that was fetched.
  public Optional<AheadBehind> aheadBehind() {
    return reading(() -> {
      var full = repository.getFullBranch();
      var tracking = full == null ? null : BranchTrackingStatus.of(repository, full);
      return tracking == null
          ? Optional.empty()
          : Optional.of(
              new AheadBehind(
                  Repository.shortenRefName(tracking.getRemoteTrackingBranch()),
                  tracking.getAheadCount(),
                  tracking.getBehindCount()));
    });
  }

  /// Whether the history is cut off: older commits and tags are then unknown.
  public boolean isShallow() {
    return reading(() -> !repository.getObjectDatabase().getShallowCommits().isEmpty());
  }

  /// The name and address that git is configured with; empty where it would have to guess.
  public Optional<Identity> userIdentity() {
    return reading(() -> {
      var user = repository.getConfig().get(UserConfig.KEY);
      return user.isAuthorNameImplicit() || user.isAuthorEmailImplicit()
          ? Optional.empty()
          : Optional.of(new Identity(user.getAuthorName(), user.getAuthorEmail()));
    });
  }

  /// What git is configured to sign with, where that is a key of SSH: a file of either half, or the
  /// public key itself, perhaps behind `key::`.
  public Optional<String> sshSigningKey() {
    return reading(() -> {
      var config = repository.getConfig();
      return "ssh".equals(config.getString("gpg", null, "format"))
          ? Optional.ofNullable(config.getString("user", null, "signingkey"))
          : Optional.empty();
    });
  }

  private ObjectId headId() throws IOException {
    var head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw Problem.of(
          "Nothing to check yet",
          "The repository " + root + " has no commit on " + branch() + ".",
          "Commit something first.");
    }
    return head;
  }

  private static @Nullable ObjectId start(@Nullable GitTag tag) {
    return tag == null ? null : ObjectId.fromString(tag.commit());
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException broken) {
      throw unreadable(root, broken);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
