package org.disclosureledger.format.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code vectors/valid} and {@code vectors/invalid} anew, or reads what stands there. */
public final class VectorGenerator {
  private VectorGenerator() {}

  /** The one argument is the folder {@code vectors}. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    for (String half : new String[] {"valid", "invalid"}) {
      if (Files.exists(root.resolve(half))) {
        try (Stream<Path> old = Files.walk(root.resolve(half))) {
          for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    }
    for (Map.Entry<String, byte[]> file : Vectors.all().files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.resolve("..").normalize());
      Files.write(path, file.getValue());
    }
  }

  /** The published files by path under {@code vectors/}, without the README. */
  static Map<String, byte[]> published(Path root) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (String half : new String[] {"valid", "invalid"}) {
      try (Stream<Path> paths = Files.walk(root.resolve(half))) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(root.relativize(path).toString(), read(path)));
      }
    }
    return files;
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
