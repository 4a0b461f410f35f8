package dev.plimsoll.attack;

import java.nio.file.Path;

/// One attack.
///
/// @param group of the table
/// @param name what is altered, in words; unique
/// @param making does it, in an empty folder
/// @param core what Plimsoll must say
/// @param shell what `verify.sh` must say
/// @param python what `plimsoll_verify.py` must say
record Attack(String group, String name, Making making, Said core, Said shell, Said python) {
  interface Making {
    Scene in(Path folder) throws Exception;
  }

  /// All three say the same.
  static Attack of(String group, String name, Said said, Making making) {
    return new Attack(group, name, making, said, said, said);
  }

  Attack shell(Said other) {
    return new Attack(group, name, making, core, other, python);
  }

  Attack python(Said other) {
    return new Attack(group, name, making, core, shell, other);
  }

  @Override
  public String toString() {
    return group + ": " + name;
  }
}
