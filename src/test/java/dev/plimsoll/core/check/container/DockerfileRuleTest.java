package dev.plimsoll.core.check.container;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileRuleTest {
  private static final String LAB =
      """
      # syntax=docker/dockerfile:1
      ARG PYTHON=3.11
      FROM --platform=linux/amd64 docker.io/library/python:${PYTHON}-slim AS base
      RUN apt-get update && apt-get install -y --no-install-recommends \\
          # geometry
          libgeos-dev=3.11.* \\

          libproj-dev \\
          && rm -rf /var/lib/apt/lists/*
      VOLUME ["/var/lib/astro/ephemeris", "/tmp/x"]

      FROM node:20 AS web
      RUN npm install left-pad

      FROM base
      copy datasets/ /opt/datasets/
      RUN <<EOF
      pip install ".[dev]" pytest>=8
      HEALTHCHECK inside a here-document is none
      EOF
      HEALTHCHECK --interval=30s CMD tool environment --as-json
      USER app:app
      ENTRYPOINT ["/bin/entry", "--verify-checksums"]
      """;

  @TempDir Path temp;
  private final ContainerVerb verb = new ContainerVerb();
  private Path root;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
  }

  @Test
  void readsWhatTheImageIsMadeOf() throws Exception {
    write("lab.Dockerfile", LAB);
    var outcome =
        judge(
            map(
                "file",
                "lab.Dockerfile",
                "from",
                "python:3.11-slim",
                "volume",
                "/var/lib/astro/ephemeris",
                "healthcheck",
                map("contains", List.of("--as-json", "environment")),
                "packages",
                map(
                    "contains", List.of("libgeos-dev", "libproj-dev", "[dev]", "pytest"),
                    "absent", List.of("left-pad", "libgeos", "libproj")),
                "copies",
                map("contains", "datasets/", "absent", "secrets/"),
                "entrypoint",
                map("contains", "--verify-checksums"),
                "user",
                "app",
                "nonRoot",
                true));
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysWhereItIsNotSo() throws Exception {
    write(
        "Dockerfile",
        "FROM python:3.12-slim\n"
            + "RUN pip install .[dev]\n"
            + "COPY datasets/a.csv /x\n"
            + "HEALTHCHECK NONE\n");
    var findings =
        judge(
                map(
                    "from",
                    "python:3.11-slim",
                    "volume",
                    "/data",
                    "healthcheck",
                    true,
                    "packages",
                    map("contains", "libgeos-dev", "absent", "[dev]"),
                    "copies",
                    map("absent", "datasets/"),
                    "entrypoint",
                    map("contains", "x"),
                    "user",
                    "app",
                    "nonRoot",
                    true))
            .findings();
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "Dockerfile:1: The image starts from python:3.12-slim, not from python:3.11-slim.",
            "Dockerfile: The volume /data is not declared. Add: VOLUME /data",
            "Dockerfile:4: The image declares no health check. Add one.",
            "Dockerfile: It must be so that the image installs libgeos-dev, and it is not. Add it.",
            "Dockerfile:2: The image installs [dev]. Take it out.",
            "Dockerfile:3: The image copies datasets/. Take it out.",
            "Dockerfile: No entry point is declared. Add one.",
            "Dockerfile: It runs as root, not as app. Say USER app.",
            "Dockerfile: It runs as root. Add a USER of its own.");
  }

  @Test
  void aStageThatIsNotInTheImageDoesNotCount() throws Exception {
    write(
        "Dockerfile",
        "FROM golang:1.22 AS build\n"
            + "HEALTHCHECK CMD true\n"
            + "USER app\n"
            + "FROM scratch\n"
            + "COPY --from=build /x /x\n");
    assertThat(judge(map("healthcheck", true))).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("from", "scratch"))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("nonRoot", true))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void anArgumentWithoutAValueIsNotGuessed() throws Exception {
    write("Dockerfile", "ARG BASE\nFROM $BASE\nUSER $WHO\n");
    assertThat(judge(map("from", "python:3.11-slim"))).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("nonRoot", true))).isInstanceOf(Outcome.Inconclusive.class);
    write("Dockerfile", "ARG BASE\nFROM ${BASE:-python:3.11-slim}\n");
    assertThat(judge(map("from", "python:3.11-slim"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aFileThatIsMissingOrEmptyFails() throws Exception {
    assertThat(judge(map("healthcheck", true))).isInstanceOf(Outcome.Failed.class);
    write("Dockerfile", "# nothing\n");
    assertThat(judge(map("healthcheck", true)).observed()).isEqualTo("Dockerfile makes no image");
  }

  @Test
  void readsTheEscapeDirectiveOfWindows() throws Exception {
    write(
        "Dockerfile", "# escape=`\r\nFROM windows:2022\r\nRUN dir C:\\ `\r\n  && echo marker\r\n");
    assertThat(judge(map("packages", map("contains", "marker"))))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map())).singleElement().asString().contains("looks at nothing");
    assertThat(lint(map("dockerfile", map("file", "a"))))
        .first()
        .asString()
        .contains("Nothing is asked");
    assertThat(lint(map("dockerfile", map("file", "../a", "nonRoot", true))))
        .singleElement()
        .asString()
        .contains("leads out");
    assertThat(lint(map("compose", map("healthchek", true))))
        .anySatisfy(line -> assertThat(line).contains("Did you mean 'healthcheck'?"));
    assertThat(lint(map("image", map("name", "x", "digest", "sha256:12"))))
        .singleElement()
        .asString()
        .contains("is no digest");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object dockerfile) throws InterruptedException {
    return new Stage(root).carryOut(verb, map("dockerfile", dockerfile)).outcome();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text);
  }
}
