package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files of the published vectors by their path under {@code vectors/}. */
final class Vectors {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /** Everything that is published, made anew. */
  static Vectors all() {
    Vectors vectors = new Vectors();
    EntryVectors.add(vectors);
    JsonVectors.add(vectors);
    NoteVectors.add(vectors);
    PolicyVectors.add(vectors);
    TileVectors.add(vectors);
    LedgerVectors.add(vectors);
    PredecessorVectors.add(vectors);
    DisclosureVectors.add(vectors);
    return vectors;
  }

  Map<String, byte[]> files() {
    return files;
  }

  void put(String path, byte[] content) {
    if (files.put(path, content) != null) {
      throw new IllegalStateException("two vectors at " + path);
    }
  }

  void put(String path, String content) {
    put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** An input that breaks exactly one rule. */
  void invalid(String rule, String kind, String file, byte[] input, long offset) {
    invalid(rule, new Expected(kind).with("rule", rule).with("offset", offset), file, input);
  }

  /** The same with further members in {@code expected.json}. */
  void invalid(String rule, Expected expected, String file, byte[] input) {
    put("invalid/" + rule + "/" + file, input);
    put("invalid/" + rule + "/expected.json", expected.json());
  }

  void valid(String name, Expected expected, String file, byte[] input) {
    put("valid/" + name + "/" + file, input);
    put("valid/" + name + "/expected.json", expected.json());
  }
}
