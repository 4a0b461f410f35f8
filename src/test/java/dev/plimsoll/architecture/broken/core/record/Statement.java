package dev.plimsoll.architecture.broken.core.record;

import dev.plimsoll.architecture.broken.core.history.Database;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Broken on purpose: a record asks the database, and lays a document out.
public record Statement(Database database, PDDocument document) {}
