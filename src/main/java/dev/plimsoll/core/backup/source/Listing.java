package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.Finding;
import java.util.List;

/// What a set saves, as it lies now.
///
/// @param items in the order of their paths, each once
/// @param remarks what was left out, and why
public record Listing(List<Item> items, List<Finding> remarks) {
  public Listing {
    items = List.copyOf(items);
    remarks = List.copyOf(remarks);
  }
}
