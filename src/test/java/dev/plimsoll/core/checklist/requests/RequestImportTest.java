package dev.plimsoll.core.checklist.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.Lint;
import dev.plimsoll.core.checklist.markdown.SourceLine;
import dev.plimsoll.core.checklist.markdown.SourceLine.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RequestImportTest {
  @TempDir Path folder;

  @Test
  void anHttpFileBecomesSteps() throws IOException {
    var imported = RequestImport.httpFile("ops.http", text("ops.http"), null);

    assertThat(imported.id()).isEqualTo("ops");
    assertThat(yaml(imported))
        .contains("parameters:\n  url: {type: url, default: \"http://localhost:8000\"}\n")
        .contains("headers: {\"X-API-Key\": \"{secret.API_KEY}\"}")
        .contains("timeout: 5s")
        .contains("expect: [\"status == 200\", \"jsonpath $.documents[0].id == \\\"d1\\\"\"]")
        .contains("json: {\"url\": \"https://example.org/a\", \"tags\": [\"x\", \"y\"]")
        .contains("capture: {job: \"jsonpath $.job_id\"}")
        .contains("url: \"{url}/jobs/{captured.ingest.job}\"")
        .contains("form: {\"q\": \"hello world\", \"limit\": \"5\"}")
        .contains("expect: [\"status == 404\"]")
        .doesNotContain("k3y-of-admin");
    accountedFor(imported, text("ops.http"));
    assertThat(unmapped(imported))
        .containsExactly(
            "5 a comment",
            "49 a body of several parts that has none, or one without a name",
            "50 a body of several parts that has none, or one without a name",
            "52 a body of several parts that has none, or one without a name");
  }

  @Test
  void aCollectionOfPostmanBecomesSteps() throws IOException {
    var name = "ops.postman_collection.json";
    var imported = RequestImport.postman(name, text(name), null);

    assertThat(imported.id()).isEqualTo("ops");
    assertThat(yaml(imported))
        .contains("secrets in .plimsoll/project.yaml: ADMIN_KEY.")
        .contains("headers: {\"X-API-Key\": \"{secret.ADMIN_KEY}\"}")
        .contains("capture: {job: \"jsonpath $.job_id\"}")
        .contains("url: \"{url}/jobs/{captured.ingest.job}\"")
        .contains("expect: [\"status == 404\"]")
        .doesNotContain("k3y-of-admin");
    assertThat(unmapped(imported))
        .containsExactly(
            "28 not plain enough: pm.expect(ajv.validate(schema, body)).to.be.true",
            "50 a header that is switched off",
            "79 a body of several parts that has none, or one without a name");
    assertThat(imported.lines()).allSatisfy(line -> assertThat(line.text()).doesNotContain("k3y"));
  }

  @Test
  void aCollectionKeepsItsOwnNameAsTheTitle() throws IOException {
    var name = "ops.postman_collection.json";
    var text = text(name);
    for (var told : List.of("Shop\\n API k3y-of-admin-0042", "Shop API k3y-of-admin-0042")) {
      var imported =
          RequestImport.postman(
              name, text.replace("\"name\": \"ops\"", "\"name\": \"" + told + "\""), null);
      assertThat(imported.id()).isEqualTo("ops");
      assertThat(yaml(imported)).contains("\ntitle: \"Shop API ***\"\n").doesNotContain("k3y");
    }
    assertThat(yaml(RequestImport.postman(name, text.replace("\"info\"", "\"other\""), "mine")))
        .contains("\nid: mine\ntitle: \"ops\"\n");
  }

  @Test
  void curlCommandsBecomeSteps() throws IOException {
    var imported = RequestImport.curl("ops.sh", text("ops.sh"), null);

    assertThat(yaml(imported))
        .contains("# BASIC_AUTH is base64 of user:password.")
        .contains("project.yaml: ADMIN_KEY, API_KEY, BASIC_AUTH, TOKEN.")
        .contains("title: \"GET /health\"")
        .contains("\"Authorization\": \"Bearer {secret.TOKEN}\"")
        .contains("url: \"{url2}/find?q=a+b&n=1\"")
        .contains("redirects: 5")
        .contains("multipart: {\"file\": {file: \"a.txt\"}}")
        .doesNotContain("k3y-of-admin")
        .doesNotContain("s3cret");
    accountedFor(imported, text("ops.sh"));
    assertThat(unmapped(imported))
        .containsExactly(
            "1 a comment",
            "2 a comment",
            "6 what is done with the answer",
            "10 --insecure: certificates are always verified; name your authority under tls",
            "13 the output of a command has no value without a shell",
            "14 no curl command");
  }

  @Test
  void partsOfABodyKeepTheirTypesNamesAndOrder() throws IOException {
    var imported =
        RequestImport.curl(
            "x",
            "curl -F 'title=\"a; b\"' -F 'tag=x' -F tag=y --form-string 'raw=@a;b' -F"
                + " 'meta={\"n\": 1};type=application/json' -F"
                + " 'doc=@./in/a.pdf;type=application/pdf;filename=\"s;m.pdf\"' -F password=osprey"
                + " http://localhost/upload\n",
            null);
    assertThat(yaml(imported))
        .contains(
            "multipart: {\"title\": \"a; b\", \"tag\": [\"x\", \"y\"], \"raw\": \"@a;b\","
                + " \"meta\": {value: \"{\\\"n\\\": 1}\", type: \"application/json\"},"
                + " \"doc\": {file: \"in/a.pdf\", type: \"application/pdf\", name: \"s;m.pdf\"},"
                + " \"password\": \"{secret.PASSWORD}\"}")
        .contains("method: POST")
        .doesNotContain("osprey");
  }

  @Test
  void partsThatAreNotPlainAreToldAndLeftOut() {
    for (var part :
        List.of(
            "a=@/etc/hostname",
            "a=@../x",
            "a=@-",
            "a=@b,c",
            "a=<b",
            "a=b;headers=X-A: 1",
            "a=\"b",
            "a=b;c")) {
      var imported = RequestImport.curl("x", "curl -F '" + part + "' http://localhost/", null);
      assertThat(imported.yaml()).as(part).isEmpty();
      assertThat(unmapped(imported)).as(part).hasSize(1);
    }
    assertThat(
            RequestImport.httpFile(
                    "x.http",
                    "POST http://localhost/\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                        + "Content-Disposition: form-data; name=a\n\nx\n--b--\n",
                    null)
                .yaml())
        .isEmpty();
  }

  @Test
  void aCertificateOfAClientIsToldAndNotSent() throws IOException {
    var imported =
        RequestImport.curl("x", "curl --cert me.pem --key me.key https://localhost/", null);
    assertThat(yaml(imported)).doesNotContain("me.pem", "me.key");
    assertThat(unmapped(imported))
        .containsExactlyInAnyOrder(
            "1 --cert: no certificate of a client is sent; a service that wants one refuses the"
                + " step",
            "1 --key: no certificate of a client is sent; a service that wants one refuses the"
                + " step");
  }

  @Test
  void whatIsNoneOfThemImportsNothingAndSaysSo() {
    assertThat(RequestImport.postman("x.json", "{\"item\": [", null).yaml()).isEmpty();
    assertThat(unmapped(RequestImport.postman("x.json", "{\n\"item\": [", null)))
        .containsExactly("2 no JSON: Unexpected end-of-input: expected close marker for Array.");
    assertThat(unmapped(RequestImport.postman("x.json", "[]", null)))
        .containsExactly("1 no collection: it has no list named 'item'");
    assertThat(RequestImport.postman("x.json", "[".repeat(100_000), null).yaml()).isEmpty();
    assertThat(RequestImport.httpFile("x.http", "nothing\nhere\n", null).yaml()).isEmpty();
    assertThat(unmapped(RequestImport.curl("x", "wget http://localhost/", null)))
        .containsExactly("1 no curl command");
    assertThat(unmapped(RequestImport.curl("x", "curl 'http://localhost/", null)))
        .containsExactly("1 a ' that is not closed has no value without a shell");
  }

  @Test
  void aPlainWordIsASecretWhereItsFieldSaysSo() {
    var yaml =
        RequestImport.curl(
                "x",
                "curl -x bob:osprey@proxy.example.org:3128"
                    + " 'http://localhost/login?token=pelican&q=heron'"
                    + " --json '{\"user\": {\"password\": \"swordfish\", \"name\": \"carp\"}}'",
                null)
            .yaml()
            .orElseThrow();
    assertThat(yaml)
        .contains(
            "proxy.example.org:3128", "token={secret.TOKEN}&q=heron", "{secret.PASSWORD}", "carp")
        .contains("Name under secrets in .plimsoll/project.yaml: PASSWORD, TOKEN.")
        .doesNotContain("pelican", "swordfish", "osprey");
  }

  @Test
  void whoLogsInAtAProxyIsRefusedAndNoPasswordIsTold() {
    for (var login :
        List.of(
            "-U bob:osprey",
            "-Ubob:osprey",
            "--proxy-user bob:osprey",
            "--proxy-user=bob:osprey",
            "--proxy-header 'Proxy-Authorization: Basic osprey'")) {
      var command = "curl -x proxy.example.org:3128 " + login + " http://localhost/";
      var imported = RequestImport.curl("x", command, null);
      assertThat(imported.yaml()).as(login).isEmpty();
      assertThat(imported.lines())
          .singleElement()
          .satisfies(line -> {
            assertThat(line.to()).startsWith("it logs in at a proxy, which a step does not");
            assertThat(line.text()).doesNotContain("osprey");
          });
    }
  }

  @Test
  void aKeyIsASecretByTheOptionItStandsBehindAlsoWhereTheCommandBecomesNoStep() {
    var keys =
        "curl --oauth2-bearer osprey http://localhost/a\n"
            + "curl --cookie 'sid=pelican' http://localhost/b\n"
            + "curl -b jar.txt http://localhost/c\n"
            + "curl -u bob:heron -F a=b http://localhost/d\n"
            + "curl -u swordfish: --frob=grebe http://localhost/e\n"
            + "curl --pass plover --cert me.pem http://localhost/f\n"
            + "curl -H 'X-Api-Key: dunlin' -F a=b http://localhost/g\n";
    var imported = RequestImport.curl("x", keys, null);
    assertThat(imported.yaml().orElseThrow())
        .contains("\"Authorization\": \"Bearer {secret.OAUTH2_BEARER}\"")
        .contains("\"Cookie\": \"{secret.COOKIE}\"")
        .contains("\"Authorization\": \"Basic {secret.BASIC_AUTH}\"");
    assertThat(unmapped(imported))
        .contains(
            "3 --cookie: the cookies of a file are not sent; name them as a header",
            "5 --frob has no counterpart",
            "6 --pass has no counterpart");
    assertThat(imported.toString() + imported.yaml())
        .doesNotContain("osprey", "pelican", "heron", "swordfish", "plover", "dunlin");
  }

  @Test
  void quotesOfAShellAreReadAsTheShellReadsThem() throws IOException {
    var imported =
        RequestImport.curl(
            "x",
            "curl -XPOST --data-raw $'a\\'b\\n' \"http://localhost/a b?q=\\\"x\\\"\"  # end\n"
                + "curl http://localhost/{{literal}} -H 'A: {name}'\n",
            null);

    assertThat(yaml(imported))
        .contains("body: \"a'b\\x0A\"")
        .contains("url: \"{url}/a b?q=\\\"x\\\"\"")
        .contains("headers: {\"A\": \"{{name}\"}")
        .contains("url: \"{url}/{{{{literal}}\"");
  }

  private static List<String> unmapped(RequestImport imported) {
    return imported.lines().stream()
        .filter(line -> line.fate() == Fate.UNMAPPED)
        .map(line -> line.number() + " " + line.to())
        .toList();
  }

  /// Every line, and no secret in what is told of it.
  private static void accountedFor(RequestImport imported, String text) {
    assertThat(imported.lines().stream().map(SourceLine::number).collect(Collectors.toSet()))
        .hasSize((int) text.lines().count());
    assertThat(imported.lines()).allSatisfy(line -> assertThat(line.text()).doesNotContain("k3y"));
  }

  private String yaml(RequestImport imported) throws IOException {
    var yaml = imported.yaml().orElseThrow();
    var file = folder.resolve(imported.id() + ".yaml");
    Files.writeString(file, yaml);
    assertThat(Lint.files(List.of(file), StandardVerbs.all().readers()).text()).isEmpty();
    return yaml;
  }

  static String text(String name) throws IOException {
    try (var in = RequestImportTest.class.getResourceAsStream("/requests/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
