package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.StreamErasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a real dump holds of a request that was erased. */
class PgDumpTest {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");

  @TempDir Path folder;

  @Test
  void aDumpAfterTheErasureHoldsNeitherTheKeyNorAnythingItOpened() throws Exception {
    try (SealingRig rig = new SealingRig(folder.resolve("keys"))) {
      LedgerDescription ledger = rig.open("dumped");
      StreamId erased = SealingRig.stream("erased");
      StreamId kept = SealingRig.stream("kept");
      rig.append(ledger, erased, 2);
      rig.append(ledger, kept, 1);
      Optional<Path> tool = tool(rig);
      tool.ifPresentOrElse(
          found -> {},
          () -> System.out.println("PgDumpTest skipped: no pg_dump as new as the server here"));
      assumeTrue(tool.isPresent());
      List<String> gone = vaulted(rig, erased);
      assertThat(gone).as("a wrapped key and two disclosures").hasSize(3);
      assertThat(dump(rig, tool.get())).contains(gone).contains(vaulted(rig, kept));

      try (Connection connection = rig.database.writer().getConnection()) {
        connection.setAutoCommit(false);
        StreamErasure.apply(connection, ledger.id(), erased, Instant.now());
        connection.commit();
      }

      String after = dump(rig, tool.get());
      assertThat(after).contains(vaulted(rig, kept)).contains("note/erased");
      gone.forEach(bytes -> assertThat(after.contains(bytes)).isFalse());
    }
  }

  private static List<String> vaulted(SealingRig rig, StreamId stream) {
    return JdbcClient.create(rig.database.superuser())
        .sql(
            """
            SELECT encode(wrapped, 'hex') FROM data_key WHERE stream_id = :stream
            UNION ALL
            SELECT encode(d.ciphertext, 'hex') FROM disclosure d
            JOIN entry e ON e.ledger_id = d.ledger_id AND e.leaf_index = d.leaf_index
            WHERE e.stream_id = :stream\
            """)
        .param("stream", stream.value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** One that is older than the server refuses to dump it. */
  private static Optional<Path> tool(SealingRig rig) throws IOException, InterruptedException {
    int server =
        JdbcClient.create(rig.database.superuser())
                .sql("SELECT current_setting('server_version_num')::integer")
                .query(Integer.class)
                .single()
            / 10_000;
    for (Path candidate : candidates()) {
      String told = run(new ProcessBuilder(candidate.toString(), "--version"));
      Matcher version = VERSION.matcher(told);
      if (version.find() && Integer.parseInt(version.group(1)) >= server) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static List<Path> candidates() throws IOException {
    List<Path> candidates = new ArrayList<>();
    Optional.ofNullable(System.getenv("PG_DUMP")).map(Path::of).ifPresent(candidates::add);
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      candidates.add(Path.of(folder, "pg_dump"));
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin/pg_dump")).forEach(candidates::add);
      }
    }
    return candidates.stream().filter(Files::isExecutable).toList();
  }

  private static String dump(SealingRig rig, Path tool)
      throws IOException, InterruptedException, SQLException {
    URI url;
    try (Connection connection = rig.database.superuser().getConnection()) {
      url = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
    }
    String database = url.getPath().substring(1);
    return run(
        new ProcessBuilder(
            tool.toString(),
            "--host=" + url.getHost(),
            "--port=" + url.getPort(),
            "--username=postgres",
            "--no-password",
            "--inserts",
            database));
  }

  private static String run(ProcessBuilder command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("pg_dump", ".sql");
    try {
      Process process = command.redirectOutput(out.toFile()).redirectErrorStream(true).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String told = Files.readString(out);
      assertThat(process.exitValue()).as(told).isZero();
      return told;
    } finally {
      Files.delete(out);
    }
  }
}
