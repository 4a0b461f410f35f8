package dev.plimsoll.bench;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.Option;
import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// J1: queries after RFC 9535 over documents that were read before, in one warm process, against
/// Jayway JsonPath with its own reader; only queries that both understand alike, which is looked at
/// before any time counts. Prints a ratio for each query and for all of them together. How to run
/// it stands in `docs/performance.md`.
///
/// Arguments: `write` puts the result into the table of that file.
public final class JsonPathBenchmark {
  private static final double GOAL = 0.8;
  private static final int PAIRS = 7;
  private static final double SECONDS = 0.15;

  private static final List<String> QUERIES =
      List.of(
          "$.job_id",
          "$.results[0].title",
          "$.results[*].title",
          "$.results[17]",
          "$.results[2:40].score",
          "$.results[*].meta.tags[0]",
          "$..score",
          "$..tags[*]",
          "$.results[?@.score > 0.5].title",
          "$.results[?@.kind == 'note'].meta.author",
          "$.results[?@.score > 0.2 && @.kind == 'page']");

  private interface Query {
    int count();
  }

  private JsonPathBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var circumstances = Report.circumstances();
    Report.line("J1: %d queries; %s", QUERIES.size(), circumstances);
    var text = document();
    var ours = new ArrayList<Query>();
    var peers = new ArrayList<Query>();
    var document = JsonDocument.parse(text);
    var configuration = Configuration.defaultConfiguration().addOptions(Option.ALWAYS_RETURN_LIST);
    var read = configuration.jsonProvider().parse(text);
    for (var query : QUERIES) {
      var path = JsonPath.parse(query);
      var other = com.jayway.jsonpath.JsonPath.compile(jayway(query));
      Query own = () -> document.select(path).size();
      Query peer = () -> ((List<?>) other.read(read, configuration)).size();
      if (own.count() != peer.count() || own.count() == 0) {
        throw new IOException(query + ": " + own.count() + " nodes, and " + peer.count());
      }
      ours.add(own);
      peers.add(peer);
      var pairs = Pairs.of(work(List.of(own)), work(List.of(peer)), 3);
      Report.line("%s", pairs.line(query, Double.NaN));
    }
    var pairs = Pairs.of(work(ours), work(peers), PAIRS);
    var id = "J1 against Jayway JsonPath 2.10.0";
    Report.line("%s", pairs.line(id, GOAL));
    Report.keep(pairs.json(id));
    if (List.of(arguments).contains("write")) {
      Report.table("J1", List.of(pairs.row(id, GOAL, circumstances)));
    }
  }

  /// Its filters stand in round brackets.
  private static String jayway(String query) {
    var open = query.indexOf("[?");
    var close = query.indexOf(']', open);
    return open < 0
        ? query
        : query.substring(0, open)
            + "[?("
            + query.substring(open + 2, close)
            + ")]"
            + query.substring(close + 1);
  }

  /// Each query as often in a round, so that the costly ones count for what they cost; the time is
  /// that of ten thousand such rounds, processor time of the one thread that works.
  private static Work work(List<Query> queries) {
    return () -> {
      var began = ownCpu();
      var rounds = 0L;
      var sum = 0L;
      while (ownCpu() - began < SECONDS) {
        for (var i = 0; i < 50; i++) {
          for (var query : queries) {
            sum += query.count();
          }
        }
        rounds += 50;
      }
      var seconds = ownCpu() - began;
      if (sum == 0) {
        throw new IOException("nothing was found");
      }
      return new Sample(seconds / rounds * 10_000, seconds, 0);
    };
  }

  private static double ownCpu() {
    var bean = ManagementFactory.getThreadMXBean();
    return bean.getCurrentThreadCpuTime() / 1e9;
  }

  /// What a search gives: a hundred results.
  private static String document() {
    var text = new StringBuilder("{\"job_id\":\"j-17\",\"took\":0.123,\"results\":[");
    for (var i = 0; i < 100; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"id\":")
          .append(i)
          .append(",\"kind\":\"")
          .append(i % 3 == 0 ? "note" : "page")
          .append("\",\"title\":\"Result ")
          .append(i)
          .append("\",\"score\":")
          .append(i % 10 / 10.0)
          .append(",\"meta\":{\"author\":\"a")
          .append(i % 7)
          .append("\",\"tags\":[\"x\",\"y\",\"z")
          .append(i)
          .append("\"]}}");
    }
    return text.append("]}").toString();
  }
}
