package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;

/// A name in one file that another file must explain.
///
/// @param name a checklist's id, a recipe, a role, a secret's name
record Reference(Kind kind, String name, Position at) {
  enum Kind {
    CHECKLIST,
    RECIPE,
    ROLE,
    SECRET
  }
}
