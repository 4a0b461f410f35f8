package dev.plimsoll.core;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.CheckpointBlock;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.Genesis;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.audit.proof.ConsistencyProof;
import dev.plimsoll.core.audit.proof.Cosignature;
import dev.plimsoll.core.audit.proof.ProofPass;
import dev.plimsoll.core.audit.proof.TlogProof;
import dev.plimsoll.core.audit.proof.Vkey;
import dev.plimsoll.core.audit.proof.WitnessRequest;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The desk of a project's own log: what holds it, proofs out of it, and the ways out where it was
/// rolled back, copied or damaged. Thread-safe; most calls read the whole log, so call them off the
/// window's thread. Interrupting the thread ends them with a [Problem].
public final class LogDesk {
  private final Plimsoll plimsoll;
  private final OpenProject project;

  /// @param logs how many logs of this installation were handed over to the new key
  /// @param left logs that were not, each with its reason
  public record KeyChanged(String fingerprint, int logs, List<String> left) {
    public KeyChanged {
      left = List.copyOf(left);
    }
  }

  /// @param checkpoint with the lines of witnesses that are trusted here, and no others
  /// @param witnesses their names
  public record Accepted(Checkpoint checkpoint, List<String> witnesses) {
    public Accepted {
      witnesses = List.copyOf(witnesses);
    }
  }

  LogDesk(Plimsoll plimsoll, OpenProject project) {
    this.plimsoll = plimsoll;
    this.project = project;
  }

  /// Whether the project has a log, or had one that is gone; everything but this needs one.
  public boolean hasLog() {
    return plimsoll.hasLog(project.key()) || plimsoll.remembersLog(project.key());
  }

  /// Why nothing may be appended to the log: rolled back, exchanged, rewritten. Empty where it goes
  /// on, and before the first run.
  public Optional<Problem> obstacle() {
    return hasLog()
        ? AuditLog.obstacle(lines(), plimsoll.checkpoints(project.key()))
        : Optional.empty();
  }

  /// What holds the log from outside, by ranges, and every checkpoint elsewhere that does not agree
  /// with it: in tags of this clone, from witnesses, in release records.
  public LogAnchors anchors() {
    var lines = lines();
    return new AnchorSurvey(lines, plimsoll.witness().trusted())
        .against(tags().of(new LogEntries(lines).genesis().origin()));
  }

  /// What a verification holds the log against: the checkpoint that this installation signed last,
  /// those in the tags of this clone, and this auditor's pin.
  public Known known() {
    return known(plimsoll.pins());
  }

  /// The same with pins that are kept elsewhere.
  public Known known(Pins pins) {
    var stored = plimsoll.storedLog(project.key());
    return elsewhere(ChainLines.of(stored.lines()), pins, stored.known());
  }

  /// What a verification of an export of any log holds it against: checkpoints of it in the tags of
  /// this clone, and a pin.
  ///
  /// @param lines read for the log's name, and closed
  public Known knownOf(ChainLines lines, Pins pins) {
    return elsewhere(lines, pins, Known.NOTHING);
  }

  /// A checkpoint in a tag that nobody signed, neither the tag nor the log's first key, is nobody's
  /// word.
  private Known elsewhere(ChainLines lines, Pins pins, Known known) {
    var genesis = Genesis.ofLines(lines).orElse(null);
    if (genesis == null) {
      return known;
    }
    var tagged =
        tags().of(genesis.origin()).stream()
            .filter(it -> it.signed() || it.checkpoint().verify(genesis.key()))
            .map(TagAnchors.Tagged::checkpoint)
            .toList();
    return known.with(tagged, pins.of(genesis.origin()).map(Pins.Pin::known).stream().toList());
  }

  private TagAnchors tags() {
    return new TagAnchors(
        project.repository(),
        plimsoll.installation().environment(),
        project.root().resolve(".plimsoll/allowed_signers"));
  }

  /// The log's key by its name, to give to others.
  public Vkey key() {
    var entries = new LogEntries(lines());
    return new Vkey(entries.genesis().origin(), Vkey.Kind.LOG, entries.keys().current());
  }

  /// The key that signs a checkpoint of so many entries of this log.
  public Vkey keyAt(long size) {
    var entries = new LogEntries(lines());
    return new Vkey(entries.genesis().origin(), Vkey.Kind.LOG, entries.keys().at(size));
  }

  /// Signs how far the log is now, and records that.
  ///
  /// @param to where it goes, for a person
  public Checkpoint checkpoint(String to) {
    return open().publish(to);
  }

  /// A fresh checkpoint between the two lines that frame it in the message of a tag.
  public String tagBlock() {
    return CheckpointBlock.of(checkpoint("tag message"));
  }

  /// That one entry stands in the log, under the best checkpoint there is for it: one that a
  /// trusted witness cosigned, else the last one signed, else a new one. Nothing is recorded.
  public TlogProof proof(long entry) {
    var lines = lines();
    if (entry < 0 || entry >= lines.head().size()) {
      throw Problem.of(
          "Proof not made",
          "The log has "
              + Plural.of(lines.head().size(), "entry", "entries")
              + ", counted from 0; there is no entry "
              + entry
              + ".",
          "Give the number of one that is there.");
    }
    var checkpoint = cosigned(entry).orElseGet(() -> signed(entry));
    var proof = new ProofPass(ChainLines.of(lines)).inclusion(entry, checkpoint.size());
    if (!proof.ends().rootHash().equals(checkpoint.rootHash())) {
      throw notAsSigned(checkpoint);
    }
    return new TlogProof(lines.read(entry, 1).getFirst().text(), entry, proof.hashes(), checkpoint);
  }

  /// That a release record stands in the log.
  ///
  /// @param sha256 of the record's bytes, lower-case hex
  public TlogProof proofOfRecord(String sha256) {
    var entry =
        new LogEntries(lines())
            .withWord(1, Event.RECORD_SIGNED, Event.ADDENDUM_SIGNED)
            .filter(it -> sha256.equals(it.data().get("sha256")))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    "Proof not made",
                    "No entry of this project's log says that the record "
                        + sha256
                        + " was signed.",
                    "Give a record of this project; one of another log carries its own."));
    return proof(entry.seq());
  }

  private Optional<Checkpoint> cosigned(long entry) {
    var witnesses = plimsoll.witness().trusted();
    return new LogEntries(lines())
        .checkpoints()
        .map(LogEntries.Published::checkpoint)
        .filter(it -> it.size() > entry)
        .filter(it -> witnesses.stream().anyMatch(key -> Cosignature.verify(it, key).isPresent()))
        .findFirst();
  }

  private Checkpoint signed(long entry) {
    var key = key();
    return plimsoll
        .checkpoints(project.key())
        .last()
        .map(it -> it.checkpoint())
        .filter(it -> it.size() > entry && it.origin().equals(key.name()))
        .orElseGet(() -> open().checkpoint());
  }

  /// That the log only grew between two sizes.
  ///
  /// @param to at most as many as there are
  public ConsistencyProof consistency(long from, long to) {
    if (from < 0 || to < 1 || from > to) {
      throw Problem.of(
          "Proof not made",
          "There is no way from " + from + " entries to " + to + ".",
          "Give two sizes, the smaller one first.");
    }
    return new ProofPass(ChainLines.of(lines())).consistency(from, to);
  }

  /// What is sent to a witness: a fresh checkpoint, recorded, and the way there from the one that
  /// the witness cosigned last.
  ///
  /// @param witness its name
  /// @param from entries of the checkpoint that it cosigned last; null for the last one that came
  ///   back and was accepted
  public WitnessRequest requestFor(String witness, @Nullable Long from) {
    var old = from == null ? lastFrom(witness) : from;
    var checkpoint = checkpoint("witness " + witness);
    var proof = consistency(old, checkpoint.size());
    if (!proof.ends().toRoot().equals(checkpoint.rootHash())) {
      throw notAsSigned(checkpoint);
    }
    return new WitnessRequest(key(), old, proof.hashes(), checkpoint);
  }

  private long lastFrom(String witness) {
    return new LogEntries(lines())
        .checkpoints()
        .map(LogEntries.Published::checkpoint)
        .filter(it -> it.signatures().stream().anyMatch(line -> line.name().equals(witness)))
        .max(Comparator.comparingLong(Checkpoint::size))
        .map(Checkpoint::size)
        .orElse(0L);
  }

  /// Takes a checkpoint that came back from a witness, and records it with the witness's line.
  ///
  /// @throws Problem where no trusted witness signed it, or it is not one that this log published
  public Accepted accept(Checkpoint cosigned) {
    var own = cosigned.signatures().stream().filter(it -> it.name().equals(cosigned.origin()));
    var trusted =
        plimsoll.witness().trusted().stream()
            .filter(key -> Cosignature.verify(cosigned, key).isPresent())
            .toList();
    if (trusted.isEmpty()) {
      throw Problem.of(
          "Checkpoint not accepted",
          "No witness that is trusted here signed it.",
          "Get the witness's key from the witness (plimsoll witness key), then: plimsoll witness"
              + " add KEY");
    }
    var names = trusted.stream().map(Vkey::name).toList();
    var kept =
        new Checkpoint(
            cosigned.origin(),
            cosigned.size(),
            cosigned.rootHash(),
            java.util.stream.Stream.concat(
                    own, cosigned.signatures().stream().filter(it -> names.contains(it.name())))
                .toList());
    open()
        .publishAgain(
            kept, names.stream().map(name -> "witness " + name).collect(Collectors.joining(", ")));
    return new Accepted(kept, names);
  }

  /// Brings back the entries that a log which was rolled back lost.
  ///
  /// @param export JSON Lines of the same log that reaches its last checkpoint
  /// @return how many
  /// @throws Problem where the export does not prove to be this log; nothing changes then
  public long bringBack(Path export) {
    var before = lines().head().size();
    AuditLog.open(
            lines(),
            plimsoll.keeper(plimsoll.keyRing().of(lines())),
            plimsoll.checkpoints(project.key()))
        .recoverFrom(export);
    plimsoll.closeLedger(project.key());
    return lines().head().size() - before - 1;
  }

  /// Begins a new log in place of one that cannot be continued.
  ///
  /// @return the one that was given up, as the new one names it
  /// @throws Problem where the log is whole and goes on
  public Genesis.PreviousLog beginAnew(String reason) {
    return new NewEpoch(plimsoll, project.key(), reason).begin();
  }

  /// Replaces the key that signs the logs of this installation, all of them; finishes a change that
  /// was begun and stopped.
  public KeyChanged changeKey(String reason) {
    var changed = new KeyChange(plimsoll, reason).run();
    return new KeyChanged(changed.key().publicKey().fingerprint(), changed.logs(), changed.left());
  }

  /// What was begun and not finished, a whole sentence with its next action.
  public Optional<String> unfinished() {
    return plimsoll
        .keyRing()
        .next()
        .map(key ->
            "A change of the log's key to "
                + key.publicKey().fingerprint()
                + " was begun and not finished; every log is still whole. To finish it: plimsoll"
                + " audit rotate-key --reason TEXT");
  }

  private AuditLog open() {
    return project.ledger().log();
  }

  private LogStore lines() {
    if (!hasLog()) {
      throw Problem.of(
          "Audit log not found",
          "This project has none yet.",
          "The first run begins it: plimsoll run CHECKLIST");
    }
    return plimsoll.storedLog(project.key()).lines();
  }

  private static Problem notAsSigned(Checkpoint checkpoint) {
    return Problem.of(
        "Proof not made",
        "The log is not what its checkpoint of "
            + Plural.of(checkpoint.size(), "entry", "entries")
            + " was signed over.",
        "Run `plimsoll audit verify` to see where it was changed.");
  }
}
