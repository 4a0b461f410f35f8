package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Variables;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is sent to a host that the checklist does not name: a trap on another address stands for
/// every such host, and whatever could lead there does.
class OnlyNamedHostsTest {
  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private final ProxySelector usual = ProxySelector.getDefault();
  private final CookieHandler cookies = CookieHandler.getDefault();
  private final List<URI> asked = new ArrayList<>();
  private Stage stage;
  private RawServer named;
  private RawServer trap;

  @BeforeEach
  void set() throws IOException {
    stage = new Stage(root).secret("KEY", "hunter2-hunter2");
    named = new RawServer();
    trap = new RawServer(InetAddress.getByName("127.0.0.9"));
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(
                new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.9", trap.port())));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.add(uri);
          }
        });
    CookieHandler.setDefault(new CookieManager());
  }

  @AfterEach
  void reset() throws IOException {
    ProxySelector.setDefault(usual);
    CookieHandler.setDefault(cookies);
    named.close();
    trap.close();
  }

  private String elsewhere() {
    return "http://127.0.0.9:" + trap.port();
  }

  @Test
  void theProxyOfTheMachineIsNotUsed() throws Exception {
    named.on("/", RawServer.answer("200 OK", "", "{}"));
    ask(map("url", named.url() + "/"), "status == 200");
    assertThat(named.asked()).hasSize(1);
    assertThat(asked).isEmpty();
    assertThat(trap.asked()).isEmpty();
  }

  @Test
  void noHeaderOfAnAnswerLeadsElsewhere() throws Exception {
    named.on(
        "/",
        RawServer.answer(
            "200 OK",
            "Refresh: 0; url="
                + elsewhere()
                + "/\r\nLink: <"
                + elsewhere()
                + "/a>; rel=preload\r\nAlt-Svc: http/1.1=\"127.0.0.9:"
                + trap.port()
                + "\"\r\nSet-Cookie: a=b\r\nContent-Location: "
                + elsewhere()
                + "/b\r\n",
            "{}"));
    ask(map("url", named.url() + "/", "redirects", 5, "repeat", map("times", 3)), "status == 200");
    assertThat(named.asked()).hasSize(3).noneMatch(request -> request.contains("Cookie"));
    assertThat(trap.asked()).isEmpty();
  }

  @Test
  void noRedirectionLeadsElsewhere() throws Exception {
    for (var status : List.of("301 A", "302 B", "303 C", "307 D", "308 E")) {
      for (var way : List.of(elsewhere() + "/", "//127.0.0.9:" + trap.port() + "/x")) {
        named.on("/", RawServer.answer(status, "Location: " + way + "\r\n", ""));
        ask(map("url", named.url() + "/", "redirects", 5), "status == 200");
      }
    }
    assertThat(trap.asked()).isEmpty();
  }

  @Test
  void aPasswordThatIsAskedForIsNotLookedUp() throws Exception {
    named.on(
        "/", RawServer.answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", ""));
    ask(map("url", named.url() + "/"), "status == 401");
    assertThat(named.asked()).hasSize(1);
  }

  @Test
  void aSchemaThatPointsElsewhereIsNotFetched() throws Exception {
    named.on("/", RawServer.answer("200 OK", "", "{}"));
    Files.writeString(root.resolve("s.json"), "{\"$ref\":\"" + elsewhere() + "/schema.json\"}");
    ask(map("url", named.url() + "/"), "jsonschema s.json");
    assertThat(trap.asked()).isEmpty();
  }

  @Test
  void noCapturedValueLeadsElsewhere() throws Exception {
    named.on("/", RawServer.answer("200 OK", "", "{}"));
    var evil =
        List.of(
            "@127.0.0.9:" + trap.port() + "/",
            "//127.0.0.9:" + trap.port() + "/",
            "\\\\127.0.0.9:" + trap.port(),
            ".@127.0.0.9:" + trap.port(),
            elsewhere());
    for (var value : evil) {
      for (var url :
          List.of(
              named.url() + "{captured.a.b}",
              named.url() + "/{captured.a.b}",
              named.url() + "/x?y={captured.a.b}",
              "http://{captured.a.b}/",
              "{captured.a.b}/")) {
        var context = stage.context();
        var with =
            new StepContext(
                context.subject(),
                new Variables(Map.of("captured.a.b", value)),
                context.workplace(),
                context.tap(),
                context.release());
        try {
          var http =
              verb.read(
                  dev.plimsoll.core.check.Nodes.of(map("url", url)),
                  dev.plimsoll.core.check.Nodes.of(List.of("status == 200")),
                  new dev.plimsoll.core.checklist.Findings());
          if (http != null) {
            verb.carryOut(http, with);
          }
        } catch (dev.plimsoll.core.model.Problem refused) {
          assertThat(refused.getMessage()).startsWith("Nothing was asked");
        }
      }
    }
    assertThat(trap.asked()).isEmpty();
  }

  private void ask(Map<String, Object> request, String expect) throws InterruptedException {
    stage.carryOut(verb, request, List.of(expect));
  }
}
