package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adobe's S3Mock as a process of its own, on a free port, with one bucket. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "so-cai-mau";

  private static final Pattern PORT = Pattern.compile("started on ports .* (\\d+) \\(http\\)");
  private static final Duration START = Duration.ofMinutes(2); // the machine may be busy
  private static final Duration POLL = Duration.ofMillis(50);

  private final Process process;
  private final Thread atExit;
  private final int port;

  private S3Server(Process process, Thread atExit, int port) {
    this.process = process;
    this.atExit = atExit;
    this.port = port;
  }

  static S3Server start(Path folder) throws IOException {
    Path output = folder.resolve("s3.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                System.getProperty("s3.server-jar"),
                "--server.port=0",
                "--com.adobe.testing.s3mock.http-port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                "--com.adobe.testing.s3mock.store.root="
                    + Files.createDirectory(folder.resolve("s3")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Thread atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
    for (Instant end = Instant.now().plus(START); Instant.now().isBefore(end); ) {
      Matcher started = PORT.matcher(Files.readString(output));
      if (started.find()) {
        return new S3Server(process, atExit, Integer.parseInt(started.group(1)));
      }
      if (!process.isAlive()) {
        break;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    process.destroyForcibly();
    throw new AssertionError("the S3 server does not start:\n" + Files.readString(output));
  }

  URI endpoint() {
    return URI.create("http://localhost:" + port);
  }

  S3Settings settings(String bucket) {
    return settings(endpoint().toString(), bucket);
  }

  static S3Settings settings(String endpoint, String bucket) {
    return new S3Settings(
        URI.create(endpoint), "us-east-1", bucket, true, "khoa-mau", "bi-mat-mau");
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
