package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.model.RestorePoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads a manifest, member by member, within bounds, and insists that its bytes are the one
/// spelling of what it says. Use it once.
public final class ManifestReader {
  /// Largest manifest that is read, in bytes.
  public static final int LARGEST = 64 * 1024 * 1024;

  private static final int LONGEST_TEXT = 8 * 1024;
  private static final Set<String> KNOWN =
      Set.of("commit", "files", "product", "schema", "set", "takenOn", "version");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Map<String, Manifest.Shape> SHAPES =
      words(Manifest.Shape.values(), Manifest.Shape::word);
  private static final Map<String, Manifest.Kind> KINDS =
      words(Manifest.Kind.values(), Manifest.Kind::word);
  private static final Pattern MODE = Pattern.compile("0[0-7]{3}|[1-7][0-7]{3}");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(6)
                  .maxNumberLength(20)
                  .maxNameLength(LONGEST_TEXT)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  private ManifestReader() {}

  /// @throws ManifestFault where it is none, with the reason
  public static Manifest read(byte[] bytes) throws ManifestFault {
    if (bytes.length > LARGEST) {
      throw new ManifestFault("The manifest is larger than the " + LARGEST + " bytes allowed.");
    }
    Manifest manifest;
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      manifest = new ManifestReader().document(parser);
    } catch (JacksonException e) {
      throw new ManifestFault("The manifest is not JSON: " + e.getOriginalMessage() + ".");
    } catch (DateTimeException e) {
      throw new ManifestFault("The manifest holds a time that is none.");
    }
    if (!isSpelled(bytes, manifest)) {
      throw new ManifestFault("The manifest is not spelled in the one way there is.");
    }
    return manifest;
  }

  private static boolean isSpelled(byte[] bytes, Manifest manifest) throws ManifestFault {
    try {
      return ManifestWriter.isSpelling(bytes, manifest);
    } catch (IllegalArgumentException notWellFormed) {
      throw new ManifestFault("The manifest holds half a character.");
    }
  }

  private Manifest document(JsonParser parser) throws ManifestFault {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "The manifest is no object.");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (!KNOWN.contains(name)) {
        throw new ManifestFault("The manifest has a member that this version does not know.");
      }
      if (name.equals("files")) {
        files(parser);
      } else {
        texts.put(name, text(parser, name));
      }
    }
    if (parser.nextToken() != null) {
      throw new ManifestFault("Something follows the manifest.");
    }
    if (!Manifest.SCHEMA.equals(texts.get("schema"))) {
      throw new ManifestFault("The manifest is of another schema than " + Manifest.SCHEMA + ".");
    }
    return new Manifest(
        required("product"),
        required("set"),
        Instant.parse(required("takenOn")),
        new RestorePoint.Of(texts.get("version"), texts.get("commit")),
        members);
  }

  private String required(String name) throws ManifestFault {
    var value = texts.get(name);
    if (value == null || value.isBlank()) {
      throw new ManifestFault("The manifest does not say its " + name + ".");
    }
    return value;
  }

  private void files(JsonParser parser) throws ManifestFault {
    expect(parser.nextToken(), JsonToken.START_ARRAY, "'files' of the manifest is no list.");
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      expect(token, JsonToken.START_OBJECT, "A file of the manifest is no object.");
      if (members.size() == Manifest.MOST_MEMBERS) {
        throw new ManifestFault(
            "The manifest has more than " + Manifest.MOST_MEMBERS + " members.");
      }
      var member = new Fields(parser).member();
      if (!paths.add(member.path())) {
        throw new ManifestFault("The manifest names " + member.path() + " twice.");
      }
      members.add(member);
    }
  }

  private static void expect(@Nullable JsonToken token, JsonToken wanted, String otherwise)
      throws ManifestFault {
    if (token != wanted) {
      throw new ManifestFault(otherwise);
    }
  }

  private static String text(JsonParser parser, String name) throws ManifestFault {
    expect(parser.nextToken(), JsonToken.VALUE_STRING, "'" + name + "' is no text.");
    return parser.getString();
  }

  private static long number(JsonParser parser, String name) throws ManifestFault {
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, "'" + name + "' is no whole number.");
    var number = parser.getLongValue();
    if (number < 0) {
      throw new ManifestFault("'" + name + "' is below 0.");
    }
    return number;
  }

  /// One file, folder or link.
  private static final class Fields {
    private final JsonParser parser;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private long size = -1;
    private Manifest.@Nullable LogFacts log;

    Fields(JsonParser parser) {
      this.parser = parser;
    }

    Member member() throws ManifestFault {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        switch (name) {
          case "path", "shape", "kind", "mode", "modifiedOn", "sha256", "target", "stamp" ->
              texts.put(name, text(parser, name));
          case "size" -> size = number(parser, name);
          case "rows" -> rows();
          case "log" -> log = log();
          default ->
              throw new ManifestFault(
                  "A file of the manifest has a member that this version does not know.");
        }
      }
      return built();
    }

    private void rows() throws ManifestFault {
      expect(parser.nextToken(), JsonToken.START_OBJECT, "'rows' is no object.");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var table = parser.currentName();
        rows.put(table, number(parser, table));
      }
    }

    private Manifest.LogFacts log() throws ManifestFault {
      expect(parser.nextToken(), JsonToken.START_OBJECT, "'log' is no object.");
      var entries = -1L;
      String recipe = null;
      String head = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        switch (name) {
          case "entries" -> entries = number(parser, name);
          case "recipe" -> recipe = text(parser, name);
          case "head" -> head = text(parser, name);
          default -> throw new ManifestFault("A log of the manifest has an unknown member.");
        }
      }
      if (entries < 0) {
        throw new ManifestFault("A log of the manifest does not say its entries.");
      }
      return new Manifest.LogFacts(entries, recipe, head);
    }

    private Member built() throws ManifestFault {
      var path = texts.getOrDefault("path", "");
      if (!MemberPaths.isSafe(path)) {
        throw new ManifestFault("The manifest names a path that leads nowhere good.");
      }
      var shape = word(SHAPES, texts.get("shape"), path);
      var isFile = shape == Manifest.Shape.FILE;
      var kind = isFile ? word(KINDS, texts.get("kind"), path) : Manifest.Kind.PLAIN;
      var sha256 = texts.get("sha256");
      if (isFile && (sha256 == null || !SHA_256.matcher(sha256).matches() || size < 0)) {
        throw new ManifestFault("The manifest says no size and SHA-256 of " + path + ".");
      }
      if (shape == Manifest.Shape.LINK && texts.get("target") == null) {
        throw new ManifestFault("The manifest does not say where the link " + path + " leads.");
      }
      var mode = texts.getOrDefault("mode", "");
      if (!MODE.matcher(mode).matches()) {
        throw new ManifestFault("The manifest says no mode of " + path + ".");
      }
      return new Member(
          path,
          shape,
          kind,
          Math.max(0, size),
          Integer.parseInt(mode, 8),
          Instant.parse(texts.getOrDefault("modifiedOn", "")),
          Manifest.Facts.read(texts, log, rows));
    }

    private static <E> E word(Map<String, E> words, @Nullable String given, String path)
        throws ManifestFault {
      var word = given == null ? null : words.get(given);
      if (word == null) {
        throw new ManifestFault("The manifest says nothing that is known of " + path + ".");
      }
      return word;
    }
  }

  private static <E> Map<String, E> words(E[] all, Function<E, String> word) {
    return Arrays.stream(all).collect(Collectors.toUnmodifiableMap(word, each -> each));
  }
}
