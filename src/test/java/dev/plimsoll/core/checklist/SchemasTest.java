package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plimsoll.core.check.standard.StandardVerbs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The JSON Schemas, with which editors complete and check files, say the same as the reader: about
/// every good file, and about every file whose shape is bad. What only the reader knows (names,
/// conditions, circles) they let pass.
final class SchemasTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Schema PROJECT = schema("project");
  private static final Schema CHECKLIST = schema("checklist");
  private static final Schema RECIPE = schema("recipe");

  static Stream<Path> goodProjects() {
    return Stream.of("project/good", "project/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> badProjects() {
    return Fixtures.in("project/bad-shape").stream();
  }

  static Stream<Path> goodChecklists() {
    return Stream.of("checklist/good", "checklist/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> badChecklists() {
    return Fixtures.in("checklist/bad-shape").stream();
  }

  static Stream<Path> goodRecipes() {
    return Stream.of("recipe/good", "recipe/bad-meaning")
        .flatMap(folder -> Fixtures.in(folder).stream());
  }

  static Stream<Path> badRecipes() {
    return Fixtures.in("recipe/bad-shape").stream();
  }

  @ParameterizedTest
  @MethodSource("goodRecipes")
  void aRecipeOfGoodShapePasses(Path file) {
    assertThat(RECIPE.validate(json(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badRecipes")
  void aRecipeOfBadShapeIsRefusedByBoth(Path file) {
    assertThat(RECIPE.validate(json(file))).isNotEmpty();
    assertThat(Fixtures.wanted(file)).isNotEmpty();
  }

  @Test
  void everyBuiltInRecipePassesItsSchema() throws Exception {
    try (var files = Files.list(Path.of("resources", "recipes"))) {
      var recipes = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(recipes).hasSize(13);
      assertThat(recipes).allSatisfy(file -> assertThat(RECIPE.validate(json(file))).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("goodProjects")
  void aProjectOfGoodShapePasses(Path file) {
    assertThat(PROJECT.validate(json(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badProjects")
  void aProjectOfBadShapeIsRefusedByBoth(Path file) {
    assertThat(PROJECT.validate(json(file))).isNotEmpty();
    assertThat(Fixtures.wanted(file)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("goodChecklists")
  void aChecklistOfGoodShapePasses(Path file) {
    assertThat(CHECKLIST.validate(json(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badChecklists")
  void aChecklistOfBadShapeIsRefusedByBoth(Path file) {
    assertThat(CHECKLIST.validate(json(file))).isNotEmpty();
    assertThat(Fixtures.wanted(file)).isNotEmpty();
  }

  @Test
  void everyKeyAndVerbOfAStepIsInTheSchema() {
    var properties = read("checklist").at("/$defs/step/properties").propertyNames();
    var known = new KnownVerbs(StandardVerbs.all().readers());
    assertThat(properties)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(StepReader.KEYS.stream(), known.words().stream()).toList());
  }

  private static JsonNode json(Path file) {
    return json(Objects.requireNonNull(YamlReader.read("f", Fixtures.bytes(file), new Findings())));
  }

  /// As an editor sees the file: YAML 1.2's core schema has the values of JSON.
  private static JsonNode json(Node node) {
    return switch (node) {
      case Node.Items items -> {
        var array = JSON.arrayNode();
        items.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Node.Fields fields -> {
        var object = JSON.objectNode();
        fields.fields().forEach(field -> object.set(field.name(), json(field.value())));
        yield object;
      }
      case Node.Scalar scalar ->
          switch (scalar.type()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case WHOLE_NUMBER -> JSON.numberNode(new BigInteger(scalar.text()));
            case DECIMAL -> JSON.numberNode(new BigDecimal(scalar.text()));
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL -> JSON.nullNode();
          };
    };
  }

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read(name));
  }

  private static JsonNode read(String name) {
    return JsonMapper.shared().readTree(Resources.text("/schemas/" + name + ".v1.schema.json"));
  }
}
