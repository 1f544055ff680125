package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder of yesterday in the place of today's, which every test of a backup would take for a
 * whole ledger: the head kept beside it knows better.
 */
class HeadGuardIT {
  @TempDir private Path folder;

  private static Reply record(ServiceProcess service) throws IOException {
    return StormCommand.record("demo").send(service.client("legal"));
  }

  /** A whole folder, as a backup of it. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                directory,
                to.resolve(from.relativize(directory)),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file)),
                LinkOption.NOFOLLOW_LINKS,
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void aRestoredBackupTakesNothingAndSaysSo() throws IOException {
    Path data = folder.resolve("data");
    Path yesterday = folder.resolve("yesterday");
    Path today = folder.resolve("today");
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service).accepted()).isTrue();
    }
    copy(data, yesterday);
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service).accepted()).isTrue();
    }
    Files.move(data, today);
    Files.move(yesterday, data);
    try (ServiceProcess service = ServiceProcess.start(data)) {
      Reply refused = record(service);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().path("type").asString()).endsWith("/head-not-continued");
      assertThat(service.client("legal").get(Requests.path("demo")).status()).isEqualTo(200);
      assertThat(service.output())
          .contains("ALARM ledger demo takes nothing: the database has fewer entries than size");
    }
    Files.move(data, folder.resolve("yesterday-again"));
    Files.move(today, data);
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service).accepted()).isTrue();
    }
    Files.move(data, folder.resolve("gone"));
    ServiceProcess.Ended anew = ServiceProcess.runToItsEnd(data);
    assertThat(anew.exitCode()).isNotZero();
    assertThat(anew.output())
        .contains("a ledger of this name was published before, so none is opened anew")
        .doesNotContain("\tat ");
  }
}
