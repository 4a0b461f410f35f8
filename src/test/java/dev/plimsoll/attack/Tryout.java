package dev.plimsoll.attack;

import java.nio.file.Files;
import java.util.regex.Pattern;

/// For who writes an attack: `java ... dev.plimsoll.attack.Tryout REGEX` prints what the three say
/// to the attacks whose group and name match.
final class Tryout {
  private Tryout() {}

  static void main(String[] args) throws Exception {
    var wanted = Pattern.compile(args[0]);
    var attacks = Corpus.all().stream().filter(it -> wanted.matcher(it.toString()).find()).toList();
    try (var trial = new Trial(attacks, Files.createTempDirectory("attacks"))) {
      for (var i = 0; i < attacks.size(); i++) {
        var attack = attacks.get(i);
        System.out.println("== " + attack);
        told("core", attack.core(), trial.core(i));
        if (attack.shell().isAsked()) {
          told("shell", attack.shell(), trial.shell(i));
        }
        if (attack.python().isAsked()) {
          told("python", attack.python(), trial.python(i));
        }
      }
    }
  }

  private static void told(String who, Said expected, Heard heard) {
    var fits = heard.exit() == expected.exit() && heard.text().contains(expected.word());
    System.out.println((fits ? "  " : "!! ") + who + " " + expected.cell() + "\n" + heard);
  }
}
