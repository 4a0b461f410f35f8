package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.links.DocumentLinks.Kind;
import dev.plimsoll.core.check.links.DocumentLinks.Link;
import dev.plimsoll.core.check.links.LinkJudgement.Found;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Goes through the documents, one at a time. Use it once.
final class LinkWalk {
  private static final int MOST_NAMED = 200;
  private static final int TELL_EVERY = 2_000;

  private final Links verb;
  private final FileNames names;
  private final StepContext context;
  private final Documents documents;
  private final Anchors anchors;
  private final LinkJudgement judgement;
  private final List<Finding> broken = new ArrayList<>();
  private final List<Finding> unread = new ArrayList<>();
  private final Set<String> unreadFiles = new HashSet<>();
  private final TreeSet<String> labels = new TreeSet<>();
  private final Map<String, Position> wanted = new HashMap<>();
  private int brokenLinks;
  private long followed;
  private long elsewhere;

  LinkWalk(Links verb, FileNames names, StepContext context) {
    this.verb = verb;
    this.names = names;
    this.context = context;
    this.documents = new Documents(context.subject().root());
    this.anchors = new Anchors(documents);
    this.judgement = new LinkJudgement(verb, names, anchors, LinksVerb.patterns(verb.ignore()));
  }

  Outcome outcome() throws InterruptedException {
    var in = LinksVerb.patterns(verb.in());
    var except = LinksVerb.patterns(verb.except());
    var chosen =
        names.files().stream().filter(file -> matches(in, file) && !matches(except, file)).toList();
    var read = 0;
    for (var file : chosen) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (Documents.isOne(file)) {
        document(file);
      } else {
        unread.add(
            Finding.error(
                file + " is neither Markdown nor reStructuredText.",
                Position.of(file),
                "Leave it out: except."));
      }
      if (++read % TELL_EVERY == 0) {
        context
            .tap()
            .line("note", read + " of " + chosen.size() + " documents, " + brokenLinks + " broken");
      }
    }
    followLabels();
    return judged(chosen.size());
  }

  private static boolean matches(List<Glob> globs, String file) {
    return globs.stream().anyMatch(glob -> glob.matches(file));
  }

  private void document(String file) {
    DocumentLinks document;
    try {
      document = documents.read(file);
    } catch (Problem unreadable) {
      unread(file, Finding.error(unreadable.where(), Position.of(file), unreadable.next()));
      return;
    }
    anchors.put(file, document.anchors());
    if (Documents.isRest(file)) {
      labels.addAll(document.anchors());
    }
    for (var link : document.links()) {
      follow(file, link);
    }
  }

  private void follow(String file, Link link) {
    if (link.kind() == Kind.LABEL) {
      followed++;
      wanted.putIfAbsent(link.target(), Position.of(file, link.line()));
      return;
    }
    switch (judgement.judge(file, link)) {
      case Found.Leads _ -> followed++;
      case Found.Elsewhere _ -> elsewhere += link.kind() == Kind.REFERENCE ? 1 : 0;
      case Found.Unread(var path) -> {
        followed++;
        unread(
            path,
            Finding.error(
                "The anchors of " + path + " cannot be read.",
                Position.of(file, link.line()),
                "See that it is UTF-8 text of at most 4 MiB, and who may read it."));
      }
      case Found.Broken(var finding) -> {
        followed++;
        broken(finding);
      }
    }
  }

  /// Once for each document.
  private void unread(String path, Finding finding) {
    if (unreadFiles.add(path)) {
      unread.add(finding);
    }
  }

  private void broken(Supplier<Finding> finding) {
    brokenLinks++;
    if (broken.size() < MOST_NAMED) {
      broken.add(finding.get());
    }
  }

  /// A label may stand in any document.
  private void followLabels() {
    wanted.forEach((label, at) -> {
      if (!labels.contains(label)) {
        broken(() ->
            Finding.error(
                "The label " + label + " stands in none of the documents.",
                at,
                Nearest.nearest(label, labels)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Correct it, or add .. _" + label + ":")));
      }
    });
  }

  private Outcome judged(int chosen) {
    if (chosen == 0) {
      return new Outcome.Unavailable(
          "no document",
          List.of(Finding.error("No file matches " + String.join(", ", verb.in()) + ".")));
    }
    var clauses = new ArrayList<Clause>();
    if (brokenLinks > 0) {
      if (brokenLinks > broken.size()) {
        broken.add(Finding.error("And " + (brokenLinks - broken.size()) + " more."));
      }
      clauses.add(Clause.broken(brokenLinks + " of " + links(followed) + " broken", broken));
    } else if (followed > 0) {
      clauses.add(
          Clause.held(
              links(followed)
                  + " of "
                  + chosen
                  + (chosen == 1 ? " document lead" : " documents lead")
                  + " somewhere"));
    } else {
      clauses.add(
          Clause.unclear(
              "no link to follow",
              Finding.error(
                  "The " + chosen + " documents hold no link that could be followed here.")));
    }
    if (elsewhere > 0) {
      clauses.add(Clause.held(elsewhere + " to other places not visited"));
    }
    if (!unread.isEmpty() || !names.unreadable().isEmpty()) {
      names
          .unreadable()
          .forEach(folder ->
              unread.add(
                  Finding.error(
                      folder + " cannot be looked into.",
                      Position.of(folder),
                      "See who may read it.")));
      clauses.add(
          new Clause(
              Clause.Verdict.UNCLEAR,
              unread.size() + " not readable",
              unread.subList(0, Math.min(MOST_NAMED, unread.size()))));
    }
    return Clause.outcome(clauses);
  }

  private static String links(long count) {
    return count + (count == 1 ? " link" : " links");
  }
}
