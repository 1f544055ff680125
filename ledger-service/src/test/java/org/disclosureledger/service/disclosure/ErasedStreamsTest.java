package org.disclosureledger.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.database.DefaultFiles;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the file of erased keys does to a database that a backup brought back. */
class ErasedStreamsTest {
  private static final UUID LEDGER = new UUID(7, 7);
  private static final UUID KEY = new UUID(1, 1);
  private static final UUID OTHER_KEY = new UUID(2, 2);
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String REQUEST = "request/" + ID;
  private static final String ACCESS = "access/" + ID;

  @TempDir Path folder;
  private LedgerDatabase database;
  private JdbcClient writer;

  @BeforeEach
  void open() {
    database = LedgerDatabase.create();
    writer = JdbcClient.create(database.writer());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Path file() {
    return folder.resolve("apart/erased-keys");
  }

  private void dataKey(UUID id, String stream) {
    writer
        .sql("INSERT INTO data_key VALUES (?, ?, ?, 'vault-wrapping-1', '\\x00')")
        .params(id, LEDGER, stream)
        .update();
  }

  private void apply(UUID... listed) throws SQLException {
    ErasedKeysFile file = ErasedKeysFile.open(file());
    file.add(List.of(listed));
    new ErasedStreams(writer, file, () -> Instant.parse("2026-03-02T05:00:00Z"))
        .applyFile(database.writer());
  }

  private List<String> erased() {
    return writer
        .sql("SELECT stream_id FROM erasure WHERE finished_at IS NULL ORDER BY 1")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private List<String> keysLeft() {
    return writer.sql("SELECT stream_id FROM data_key").query((row, n) -> row.getString(1)).list();
  }

  /** It had no starred value, so that no key of its own is in the file. */
  @Test
  void aRequestWhoseGrantsWereErasedIsErasedAgainWithThem() throws SQLException {
    dataKey(KEY, ACCESS);

    apply(KEY);

    assertThat(erased()).containsExactly(ACCESS, REQUEST);
    assertThat(keysLeft()).isEmpty();
  }

  @Test
  void whatIsToldOfThoseWhoLookedIsErasedAgainWithTheRequest() throws SQLException {
    dataKey(KEY, REQUEST);
    dataKey(OTHER_KEY, ACCESS);
    dataKey(new UUID(3, 3), "request/another");

    apply(KEY);

    assertThat(erased()).containsExactly(ACCESS, REQUEST);
    assertThat(keysLeft()).containsExactly("request/another");
    assertThat(ErasedKeysFile.open(file()).read()).containsExactlyInAnyOrder(KEY, OTHER_KEY);
  }

  @Test
  void whatTheFileOfAnEarlierVersionNamesIsErasedAgainAndTakenOver() throws Exception {
    Path data = folder.resolve("data");
    Path before = DefaultFiles.erasedKeysBefore(data);
    ErasedKeysFile.open(data.resolve("made")); // with the rights that such a file has
    Files.move(data.resolve("made"), before);
    new ErasedKeysFile(before).add(List.of(KEY));

    ErasedKeysFile file = ErasedKeysFile.open(DefaultFiles.erasedKeys(data, ""));
    file.takeOver(before);
    file.takeOver(before);

    assertThat(DefaultFiles.erasedKeys(data, ""))
        .isEqualTo(folder.resolve("data-erased/erased-keys"));
    assertThat(Files.readString(DefaultFiles.erasedKeys(data, ""))).isEqualTo(KEY + "\n");
    assertThat(Files.readString(before)).isEqualTo(KEY + "\n");
    assertThat(DefaultFiles.erasedKeys(data, "jdbc:postgresql://db.example/ledger"))
        .as("no backup of the database holds the data folder")
        .isEqualTo(before);
  }

  @Test
  void aFileIsOnlyEverAddedToAndALineCutOffCountsAsNone() throws IOException {
    ErasedKeysFile file = ErasedKeysFile.open(file());
    file.add(List.of(KEY));
    String cut = OTHER_KEY.toString().substring(0, 20);
    Files.writeString(file(), KEY + "\n" + cut);
    assertThat(file.read()).containsExactly(KEY);

    file.add(List.of(OTHER_KEY));

    assertThat(Files.readString(file())).isEqualTo(KEY + "\n" + cut + "\n" + OTHER_KEY + "\n");
    assertThat(file.read()).containsExactly(KEY, OTHER_KEY);
    Files.writeString(file(), "no id, but as long as one would be..\n");
    assertThatThrownBy(file::read).isInstanceOf(StartRefused.class).hasMessageContaining("line 1");
  }
}
