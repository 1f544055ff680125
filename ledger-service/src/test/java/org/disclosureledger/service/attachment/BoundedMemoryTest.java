package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 50 MiB pass through a JVM that could not hold them. */
class BoundedMemoryTest {
  // Too little for the document beside the classes; a buffered copy fails with OutOfMemoryError.
  private static final String HEAP = "-Xmx40m";

  @TempDir Path folder;

  private void passes(String... arguments) throws Exception {
    Path output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                BoundedMemory.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(Files.readString(output)).contains("gave back 52428800");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theLargestDocumentPassesASmallHeapToAFolder() throws Exception {
    passes(Files.createDirectory(folder.resolve("objects"), owner()).toString());
  }

  @Test
  void theLargestDocumentPassesASmallHeapToAnS3Store() throws Exception {
    try (S3Server server = S3Server.start(folder)) {
      passes(
          Files.createDirectory(folder.resolve("objects"), owner()).toString(),
          server.endpoint().toString());
    }
  }

  private static FileAttribute<?> owner() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }
}
