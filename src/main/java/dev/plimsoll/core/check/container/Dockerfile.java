package dev.plimsoll.core.check.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Dockerfile as a list of stages.
///
/// @param stages in order; the last one makes the image
record Dockerfile(String file, List<Stage> stages) {
  Dockerfile {
    stages = List.copyOf(stages);
  }

  /// @param image what it starts from, arguments filled in: an image, or the name of another stage
  /// @param name after `AS`, lower case; empty where it has none
  /// @param unresolved whether an argument in `image` has no value in the file
  record Stage(
      String image, String name, boolean unresolved, int line, List<Instruction> instructions) {
    Stage {
      instructions = List.copyOf(instructions);
    }
  }

  /// @param word upper case: `RUN`
  /// @param text what follows, continued lines joined, here-documents included
  record Instruction(String word, String text, int line) {}

  static Dockerfile parse(String file, String text) {
    return new DockerfileParser(file, text).parse();
  }

  /// The stages that the image is made of, from the one that starts from an image to the last one.
  List<Stage> lineage() {
    var lineage = new ArrayList<Stage>();
    Set<Integer> seen = new HashSet<>();
    for (var at = stages.size() - 1; at >= 0 && seen.add(at); at = parent(at)) {
      lineage.add(stages.get(at));
    }
    Collections.reverse(lineage);
    return lineage;
  }

  private int parent(int stage) {
    for (var i = stage - 1; i >= 0; i--) {
      if (stages.get(i).name().equals(stages.get(stage).image().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /// All that the image is made with, in order.
  List<Instruction> instructions(String... words) {
    var wanted = Set.of(words);
    return lineage().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(instruction -> wanted.contains(instruction.word()))
        .toList();
  }

  /// The one that counts where several stand.
  @Nullable Instruction last(String word) {
    var all = instructions(word);
    return all.isEmpty() ? null : all.getLast();
  }
}
