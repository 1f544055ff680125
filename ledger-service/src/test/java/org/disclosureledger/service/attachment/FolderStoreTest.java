package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
    now = now.plus(java.time.Duration.ofDays(2));

    assertThat(intake.sweep(name -> false)).isZero();
    assertThat(strange).exists();
  }

  @Test
  void manyUploadsMeetANewShardAtOnce() throws Exception {
    int atOnce = 8;
    for (int round = 0; round < 40; round++) {
      // A ledger and a shard of which there is nothing yet.
      UUID ledger = new UUID(9, round);
      CyclicBarrier together = new CyclicBarrier(atOnce);
      List<Future<?>> puts = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
        for (int i = 0; i < atOnce; i++) {
          Path file = Files.writeString(folder.resolve("x" + i), "x");
          ObjectName name = new ObjectName(ledger, STREAM, "ab".repeat(31) + "0" + i);
          puts.add(
              threads.submit(() -> {
                together.await();
                store.put(name, file);
                return name;
              }));
        }
        for (Future<?> put : puts) {
          assertThat(put.get()).isNotNull();
        }
      }
    }
    assertThat(stored()).hasSize(40 * atOnce);
  }

  @Test
  void anUploadThatEndsWhileTheSpoolIsSweptDoesNotEndTheSweep() throws Exception {
    Path spooling = folder.resolve("spool");
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> uploads =
          threads.submit(() -> {
            int count = 0;
            for (; !done.get(); count++) {
              Files.deleteIfExists(Files.createTempFile(spooling, "", ".spool"));
            }
            return count;
          });
      for (int i = 0; i < 3_000; i++) {
        assertThat(intake.sweep(name -> true)).isZero();
      }
      done.set(true);
      assertThat(uploads.get()).isPositive();
    }
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
