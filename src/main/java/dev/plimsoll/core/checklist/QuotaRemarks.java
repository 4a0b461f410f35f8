package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Remarks on a list walked in its written order, where a step uses up a service's quota before
/// others that need it. Nothing is wrong with that: they wait.
final class QuotaRemarks {
  private final Checklist checklist;
  private final Findings findings;

  QuotaRemarks(Checklist checklist, Findings findings) {
    this.checklist = checklist;
    this.findings = findings;
  }

  private record Used(Step by, Duration window) {}

  void look() {
    var form = checklist.form();
    if (form.order() == Checklist.Order.FREE && form.mode() == Checklist.Mode.DO_CONFIRM) {
      return;
    }
    var used = new LinkedHashMap<String, Used>();
    var told = new LinkedHashMap<Used, Step>();
    for (var step : checklist.steps().toList()) {
      for (var traffic : step.verb().traffic()) {
        var before = used.get(service(traffic));
        if (before != null && told.putIfAbsent(before, step) == null) {
          remark(before, step, traffic);
        }
        var window = traffic.window();
        if (window != null) {
          used.put(service(traffic), new Used(step, window));
        }
      }
    }
  }

  private void remark(Used used, Step waiting, Traffic traffic) {
    if (used.by().equals(waiting)) {
      return;
    }
    findings.add(
        new Finding(
            Severity.NOTE,
            "The step "
                + used.by().id()
                + " uses up the quota of "
                + service(traffic)
                + " for "
                + used.window().toSeconds()
                + " s, and "
                + waiting.id()
                + " waits for it.",
            used.by().at(),
            "Put " + used.by().id() + " last, or leave it so and wait."));
  }

  /// The service as far as the defaults of the parameters tell it, else as it is written.
  private String service(Traffic traffic) {
    var target = traffic.target();
    for (var parameter : checklist.parameters()) {
      target = replaced(target, parameter.name(), parameter.byDefault());
    }
    var written = target.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)?([^/?#]*).*$", "$2");
    return Host.of(target).map(Host::words).orElse(written);
  }

  private static String replaced(String target, String name, @Nullable String value) {
    return value == null ? target : target.replace("{" + name + "}", value);
  }
}
