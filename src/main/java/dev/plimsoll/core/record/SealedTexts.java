package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Checklist;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The texts of a bundle: its two renderings, and the project and checklist files that the release
/// was held against.
final class SealedTexts {
  private SealedTexts() {}

  static List<BundlePart> of(SealingRequest request, Rendering rendering) {
    var parts = new ArrayList<BundlePart>();
    parts.add(text(BundleNames.REPORT, Report.html(rendering)));
    parts.add(text(BundleNames.GUIDE, VerifyGuide.markdown(rendering)));
    parts.add(text(BundleNames.PROJECT, request.matter().project().source().text()));
    var taken = new HashSet<>(Set.of(BundleNames.PROJECT.toLowerCase(Locale.ROOT)));
    var digests = new HashSet<String>();
    for (var walk : request.runs()) {
      Checklist checklist = walk.checklist();
      if (digests.add(checklist.source().sha256())) {
        var name = BundleNames.checklist(checklist.id(), checklist.source().sha256(), taken);
        parts.add(text(name, checklist.source().text()));
      }
    }
    return parts;
  }

  private static BundlePart text(String name, String text) {
    return BundlePart.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
