package dev.plimsoll.core.check.container;

/// One container of a compose project, as `docker compose ps` tells it.
///
/// @param state lower case: `running`, `exited`
/// @param health lower case; empty where no health check is declared
record ServiceState(String service, String container, String state, String health, int exitCode) {
  String name() {
    return service.isEmpty() ? container : service;
  }

  boolean isNamed(String wanted) {
    return wanted.equals(service) || wanted.equals(container);
  }
}
