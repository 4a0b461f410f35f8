package dev.plimsoll.attack;

import static dev.plimsoll.core.record.SealedSample.ADA_SIG;
import static dev.plimsoll.core.record.SealedSample.OLGA_SIG;

import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.record.SealedSample;
import dev.plimsoll.core.record.Unpacked;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Files of a bundle exchanged, removed and added; downloads that are others.
final class FileAttacks {
  private static final String GROUP = "Files of a bundle";
  private static final Said MISSING = Said.failed("EVIDENCE_MISSING");
  private static final Said OTHER = Said.failed("ARTIFACT_MISMATCH");
  private static final String ARTIFACT = "customer-ops-1.4.2.tar.gz";

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new FileAttacks();
    attacks.exchanged();
    attacks.removed();
    attacks.added();
    attacks.downloads();
    return attacks.all;
  }

  private void add(String name, Said said, Bundles.Change change) {
    all.add(Bundles.on(GROUP, name, said, change));
  }

  private void exchanged() {
    add(
        "two files of evidence are exchanged",
        OTHER,
        bundle -> {
          var names = names(bundle, Bundles.EVIDENCE);
          exchange(bundle, names.get(0), names.get(1));
        });
    add(
        "a checklist and the project's rules are exchanged",
        OTHER,
        bundle -> exchange(bundle, "checklists/pre-release.yaml", "checklists/project.yaml"));
    add(
        "two sign-offs are exchanged",
        Said.failed("SIG_INVALID"),
        bundle -> {
          var names = names(bundle, Bundles.SIGNOFFS);
          exchange(bundle, names.get(0), names.get(2));
        });
    add(
        "the signatures of two sign-offs are exchanged",
        Said.failed("SIG_INVALID"),
        bundle -> {
          var names = names(bundle, Bundles.SIGNOFFS);
          exchange(bundle, names.get(1), names.get(3));
        });
    add("evidence is empty", OTHER, bundle -> bundle.put(bundle.name(Bundles.EVIDENCE), ""));
    add(
        "the page says RELEASED",
        OTHER,
        bundle -> bundle.replace("report.html", "READY", "RELEASED"));
    add(
        "a command of the guide is another",
        OTHER,
        bundle -> bundle.replace("VERIFY.md", "ssh-keygen -Y verify", "true"));
    add(
        "the record is empty",
        Said.failed("SIG_INVALID"),
        bundle -> bundle.put(Bundles.RECORD, ""));
  }

  private void removed() {
    add(
        "the record is removed",
        Said.open("release-record.json"),
        bundle -> bundle.files().remove(Bundles.RECORD));
    add("the log is removed", MISSING, bundle -> bundle.files().remove(Bundles.AUDIT));
    add("the checkpoint is removed", MISSING, bundle -> bundle.files().remove(Bundles.CHECKPOINT));
    add(
        "evidence is removed",
        MISSING,
        bundle -> bundle.files().remove(bundle.name(Bundles.EVIDENCE)));
    add(
        "a checklist is removed",
        MISSING,
        bundle -> bundle.files().remove("checklists/pre-release.yaml"));
    add(
        "a sign-off is removed",
        MISSING,
        bundle -> bundle.files().remove(bundle.name(Bundles.SIGNOFFS)));
    add(
        "a sign-off's signature is removed",
        MISSING,
        bundle -> bundle.files().remove(bundle.name(Bundles.SIGNOFFS) + ".sig"));
    add("the envelope is removed", MISSING, bundle -> bundle.files().remove(Bundles.DSSE));
    add(
        "a signature is removed",
        Said.failed("SIG_THRESHOLD"),
        bundle -> bundle.files().remove(ADA_SIG));
    add(
        "every signature is removed",
        Said.failed("SIG_THRESHOLD"),
        bundle -> {
          bundle.files().remove(ADA_SIG);
          bundle.files().remove(OLGA_SIG);
        });
  }

  private void added() {
    add(
        "a trust file is slipped in",
        OTHER,
        bundle ->
            bundle.put("allowed_signers", SealedSample.line("eve@example.org", new SeededKey(66))));
    add(
        "a verifier is slipped in",
        OTHER,
        bundle -> bundle.put("verify.sh", "#!/bin/sh\necho PROVEN\n"));
    add(
        "evidence is added",
        OTHER,
        bundle -> bundle.put(Bundles.EVIDENCE + "e".repeat(64), "made up"));
    add("a checklist is added", OTHER, bundle -> bundle.put("checklists/other.yaml", "id: other"));
  }

  private void downloads() {
    all.add(downloaded("the artifact that was downloaded is another", OTHER, "trojan!!", ARTIFACT));
    all.add(
        downloaded(
            "the artifact that was downloaded has another name",
            Said.open(ARTIFACT),
            "artifact",
            "customer-ops.tar.gz"));
    all.add(
        Attack.of(
            GROUP,
            "a link stands in for evidence in an unpacked bundle",
            MISSING,
            folder -> {
              var bundle = copy();
              var name = bundle.name(Bundles.EVIDENCE);
              var bytes = bundle.bytes(name);
              bundle.files().remove(name);
              var unpacked = bundle.folder(folder.resolve("unpacked"));
              Files.createSymbolicLink(
                  unpacked.resolve(name), Files.write(folder.resolve("elsewhere"), bytes));
              return Scene.bundle(unpacked, Bundles.trust(folder), null);
            }));
    all.add(
        Attack.of(
            GROUP,
            "evidence is changed in an unpacked bundle",
            OTHER,
            folder -> {
              var bundle = copy();
              bundle.flip(bundle.name(Bundles.EVIDENCE), 0);
              return Scene.bundle(
                  bundle.folder(folder.resolve("unpacked")), Bundles.trust(folder), null);
            }));
  }

  private static Unpacked copy() {
    return Bundles.SAMPLE.bundle();
  }

  private static Attack downloaded(String name, Said said, String content, String file) {
    return Attack.of(
        GROUP,
        name,
        said,
        folder -> {
          var downloads = Files.createDirectory(folder.resolve("downloads"));
          Files.writeString(downloads.resolve(file), content);
          return Bundles.scene(folder, null, bundle -> {})
              .with(new Scene.Extra(null, downloads, null, null, null));
        });
  }

  private static List<String> names(Unpacked bundle, String prefix) {
    return bundle.files().keySet().stream().filter(it -> it.startsWith(prefix)).sorted().toList();
  }

  private static void exchange(Unpacked bundle, String one, String other) {
    var bytes = bundle.bytes(one);
    bundle.files().put(one, bundle.bytes(other));
    bundle.files().put(other, bytes);
  }
}
