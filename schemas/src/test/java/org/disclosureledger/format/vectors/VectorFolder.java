package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One case: its files and what {@code expected.json} says. */
record VectorFolder(String name, Map<String, byte[]> files, Map<String, String> expected) {
  /** Every case among these files, by folder. */
  static List<VectorFolder> of(Map<String, byte[]> published, String half) {
    List<VectorFolder> folders = new ArrayList<>();
    for (Map.Entry<String, byte[]> expected : published.entrySet()) {
      String path = expected.getKey();
      if (path.startsWith(half + "/") && path.endsWith("/expected.json")) {
        String folder = path.substring(0, path.length() - "expected.json".length());
        Map<String, byte[]> files = new TreeMap<>();
        published.forEach((file, bytes) -> {
          if (file.startsWith(folder)) {
            files.put(file.substring(folder.length()), bytes);
          }
        });
        String name = folder.substring(half.length() + 1, folder.length() - 1);
        folders.add(new VectorFolder(name, files, read(expected.getValue())));
      }
    }
    return folders;
  }

  /** That it breaks; a further case of the same is named behind a dot. */
  String rule() {
    return name.replaceFirst("\\..*", "");
  }

  byte[] file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new AssertionError(this.name + " lacks " + name);
    }
    return bytes;
  }

  String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  String expect(String member) {
    String value = expected.get(member);
    if (value == null) {
      throw new AssertionError(name + ": expected.json lacks " + member);
    }
    return value;
  }

  int number(String member) {
    return Integer.parseInt(expect(member));
  }

  /** Members that are strings or numbers. */
  static Map<String, String> read(byte[] json) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          parser.skipChildren();
        } else if (token.isScalarValue()) {
          members.put(String.valueOf(parser.currentName()), parser.getString());
        }
      }
    }
    return members;
  }

  @Override
  public String toString() {
    return name;
  }
}
