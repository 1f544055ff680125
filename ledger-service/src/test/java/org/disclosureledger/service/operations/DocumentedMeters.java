package org.disclosureledger.service.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in the table of docs/operations.md. */
public final class DocumentedMeters {
  private static final Path PAGE = Path.of("..", "docs", "operations.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(ledger_[a-z_]+)` \\|");

  private DocumentedMeters() {}

  public static Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      names.add(row.group(1));
    }
    return names;
  }
}
