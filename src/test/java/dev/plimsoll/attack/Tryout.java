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
        System.out.println("core   " + attack.core() + "\n" + trial.core(i));
        if (attack.shell().isAsked()) {
          System.out.println("shell  " + attack.shell() + "\n" + trial.shell(i));
        }
        if (attack.python().isAsked()) {
          System.out.println("python " + attack.python() + "\n" + trial.python(i));
        }
      }
    }
  }
}
