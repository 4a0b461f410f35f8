package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Checklist.Category;
import dev.plimsoll.core.model.Checklist.Form;
import dev.plimsoll.core.model.Checklist.Mode;
import dev.plimsoll.core.model.Checklist.Order;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a checklist file (`schema: plimsoll/checklist/v1`). Thread-safe.
///
/// Reading goes on after a complaint, so that one look finds everything that is wrong with a file.
/// What another file must explain (checklists, roles, secrets) is looked at by [ProjectFolder].
public final class ChecklistReader {
  static final String SCHEMA = "plimsoll/checklist/v1";

  private static final Map<String, Category> CATEGORIES = words(Category.values());
  private static final Map<String, Mode> MODES = words(Mode.values());
  private static final Map<String, Order> ORDERS = words(Order.values());

  private final KnownVerbs known;

  /// @param verbs the readers of this version's verbs; `ask` and `sign-off` are always there
  public ChecklistReader(Collection<? extends VerbReader> verbs) {
    this.known = new KnownVerbs(verbs);
  }

  /// @param checklist null after at least one error
  record Reading(@Nullable Checklist checklist, String id, List<Reference> references) {}

  /// The checklist, or null after at least one error was added to `findings`.
  public @Nullable Checklist read(Source source, Findings findings) {
    return reading(source, findings).checklist();
  }

  /// As [#read], with the names that other files must explain.
  Reading reading(Source source, Findings findings) {
    var own = new Findings();
    var reading = reading(source, SourceFile.yaml(source, own), own);
    own.list().forEach(findings::add);
    return own.hasErrors() ? new Reading(null, reading.id(), reading.references()) : reading;
  }

  private Reading reading(Source source, @Nullable Node node, Findings findings) {
    var fields = node == null ? null : FieldReader.of(node, "The file", findings);
    if (fields == null) {
      return new Reading(null, "", List.of());
    }
    schema(fields, SCHEMA, findings);
    var id = fields.requiredText("id");
    Names.checkId(id, fields.valueAt("id"), findings);
    var title = fields.requiredText("title");
    var form = form(fields, findings);
    var parameters = new ParameterReader(findings).read(fields.node("parameters"));
    var scope = new ChecklistScope(parameters, findings);
    var sections = sections(fields, new SectionReader(known, scope, findings), findings);
    fields.done();
    var checklist = new Checklist(id, title, form, parameters, sections, source);
    new QuotaRemarks(checklist, findings).look();
    return new Reading(checklist, id, List.copyOf(scope.references()));
  }

  private static Form form(FieldReader fields, Findings findings) {
    var category = fields.word("category", CATEGORIES);
    if (!fields.has("category")) {
      findings.error(
          fields.at(), "The key 'category' is missing here.", "Add category: pre-release");
    }
    var mode = fields.word("mode", MODES);
    var order = fields.word("order", ORDERS);
    var effective = mode == null ? Mode.DO_CONFIRM : mode;
    var usual = effective == Mode.READ_DO ? Order.STRICT : Order.FREE;
    return new Form(
        category == null ? Category.PRE_RELEASE : category,
        effective,
        order == null ? usual : order);
  }

  private static List<Section> sections(
      FieldReader fields, SectionReader reader, Findings findings) {
    var sections = new ArrayList<Section>();
    for (var node : list(fields, "sections", findings)) {
      var section = reader.read(node);
      if (section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  /// The items of a list that must be there and hold something.
  static List<Node> list(FieldReader fields, String key, Findings findings) {
    var node = fields.node(key);
    return switch (node) {
      case null -> {
        findings.error(
            fields.at(),
            "The key '" + key + "' is missing here.",
            "Add " + key + ": with a list under it.");
        yield List.of();
      }
      case Node.Items items when !items.items().isEmpty() -> items.items();
      default -> {
        findings.error(
            node.at(),
            "'"
                + key
                + "' must be a list with something in it, not "
                + (node instanceof Node.Items ? "an empty one" : node.kind())
                + ".",
            "Write each item behind a dash.");
        yield List.of();
      }
    };
  }

  /// Says where `schema:` is not the one that this version reads.
  static void schema(FieldReader fields, String wanted, Findings findings) {
    var schema = fields.text("schema");
    if (!fields.has("schema")) {
      findings.error(fields.at(), "The key 'schema' is missing here.", "Add schema: " + wanted);
    } else if (schema != null && !schema.equals(wanted)) {
      findings.error(
          fields.valueAt("schema"),
          "This version of Plimsoll does not read '" + schema + "' here.",
          "Write schema: " + wanted);
    }
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    var words = new LinkedHashMap<String, E>();
    for (var value : values) {
      words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    return words;
  }
}
