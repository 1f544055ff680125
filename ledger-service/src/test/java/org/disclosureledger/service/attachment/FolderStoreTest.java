package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderStoreTest extends StoreContract {
  private Path objects() {
    return folder.resolve("attachments");
  }

  @Override
  AttachmentStore emptyStore() {
    return new FolderStore(objects(), () -> now);
  }

  @Override
  void alter(ObjectName name, byte[] content) throws IOException {
    Files.write(objects().resolve(name.key()), content);
  }

  @Test
  void filesAreTheOwnersAloneAndShardedByHash() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));

    try (Stream<Path> paths = Files.walk(objects())) {
      List<Path> all = paths.toList();
      for (Path path : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
      assertThat(objects().relativize(all.getLast()))
          .hasToString(
              LEDGER
                  + "/"
                  + received.object().substring(0, 2)
                  + "/request_00000000-0000-4000-8000-000000000001."
                  + received.object());
    }
  }

  @Test
  void strangeFilesInTheFolderAreLeftAlone() throws IOException {
    Path strange = Files.writeString(objects().resolve("README"), "của người quản trị");
    now = now.plus(java.time.Duration.ofDays(9));

    assertThat(intake.sweep(name -> false)).isZero();
    assertThat(strange).exists();
  }

  @Test
  void aNameIsReadBackFromItsKeyOnly() {
    ObjectName name = new ObjectName(LEDGER, STREAM, "ab".repeat(32));
    assertThat(ObjectName.parse(name.key())).contains(name);
    for (String strange :
        List.of(
            "",
            "x",
            name.key() + "0",
            name.key().replace("/ab/", "/ac/"),
            "../" + name.key(),
            name.key().replace("request_", "request__"),
            name.key().toUpperCase(java.util.Locale.ROOT))) {
      assertThat(ObjectName.parse(strange)).as(strange).isEmpty();
    }
    assertThatThrownBy(() -> new ObjectName(LEDGER, STREAM, "../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
