package org.disclosureledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DigestCommandTest {
  // FIPS 180-4's example and the digest of nothing.
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  private record Result(int exitCode, String out, String err) {}

  private static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
    String[] args = new String[arguments.length + 1];
    args[0] = "digest";
    for (int i = 0; i < arguments.length; i++) {
      args[i + 1] = arguments[i].toString();
    }
    int exitCode = Main.run(terminal, args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void eachFileIsOneLineOfDigestSizeAndPath() throws IOException {
    Path first = file("dữ liệu 1.csv", "abc");
    Path second = file("rỗng.csv", "");

    Result result = run(first, second);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(ABC + "  3  " + first + "\n" + NOTHING + "  0  " + second + "\n");
  }

  @Test
  void theManifestNamesFilesWithoutTheirFolder() throws IOException {
    JsonNode list =
        JsonMapper.builder()
            .build()
            .readTree(run("--manifest", file("dữ liệu 1.csv", "abc"), file("b.csv", "")).out());

    assertThat(list).hasSize(2);
    assertThat(list.get(0).propertyNames()).containsExactly("digest", "size", "name");
    assertThat(list.get(0).get("digest").asString()).isEqualTo(ABC);
    assertThat(list.get(0).get("size").asLong()).isEqualTo(3);
    assertThat(list.get(0).get("name").asString()).isEqualTo("dữ liệu 1.csv");
    assertThat(list.get(1).get("digest").asString()).isEqualTo(NOTHING);
  }

  @Test
  void aFileOfManyBuffersIsDigestedWhole() throws Exception {
    byte[] bytes = new byte[3_000_001];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Path file = Files.write(folder.resolve("lớn.bin"), bytes);

    assertThat(run(file).out())
        .startsWith(
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                + "  3000001  ");
  }

  @Test
  void oneUnreadableFileRefusesAllInOneLine() throws IOException {
    Path there = file("a.csv", "abc");
    for (Object bad : new Object[] {folder.resolve("none.csv"), folder}) {
      for (Object option : new Object[] {"--manifest", there}) {
        Result result = run(option, there, bad);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("verifier: cannot read " + bad);
      }
    }
    assertThat(run().exitCode()).isEqualTo(2);
  }

  @Test
  void aFilesNameDoesNotSteerTheTerminal() throws IOException {
    assertThat(run(file("a\u001b[31m.csv", "abc")).out())
        .contains("\\u001b[31m")
        .doesNotContain("\u001b");
  }

  @Test
  void theHelpFitsEightyColumns() {
    Result result = run("--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("--manifest").contains("FILE...");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(result.out().getBytes(StandardCharsets.UTF_8).length)
        .isEqualTo(result.out().length());
  }
}
