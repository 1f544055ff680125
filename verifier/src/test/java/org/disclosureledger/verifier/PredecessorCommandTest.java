package org.disclosureledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify NEW --predecessor OLD}, over the published vectors. */
class PredecessorCommandTest {
  private static final String VECTORS = "../schemas/vectors/";

  private record Result(int exitCode, String out) {}

  /** Lines joined that were broken to fit. */
  private static Result verify(String vector, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
    List<String> call =
        new ArrayList<>(
            List.of(
                "verify",
                VECTORS + vector + "/export",
                "--policy",
                VECTORS + vector + "/policy.txt",
                "--origin",
                "ledger.example.vn/ent-01"));
    call.addAll(List.of(more));
    int exitCode = Main.run(terminal, call.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return new Result(exitCode, out.toString().replaceAll("\n {4,}", " "));
  }

  private static String before(String vector) {
    return VECTORS + vector + "/predecessor";
  }

  @Test
  void theLossIsShown() {
    String vector = "valid/export-successor";
    Result result = verify(vector, "--predecessor", before(vector));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "\npredecessor  pass  goes on from ledger.example.vn/ent-00 (restored-backup):"
                + " size 6 published, 4 restored; lost: 2 entries, leaves 4 to 5, or more if its tree forked\n");
    JsonNode json =
        JsonMapper.shared()
            .readTree(verify(vector, "--predecessor", before(vector), "--format", "json").out());
    assertThat(json.at("/predecessor/lost").asInt()).isEqualTo(2);
    assertThat(json.at("/predecessor/report/subject").asString()).isEqualTo(before(vector));
    assertThat(json.at("/required").toString()).contains("predecessor");
  }

  @Test
  void whatIsNamedAndNotGivenIsSaidPlainly() {
    Result result = verify("valid/export-successor");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\npredecessor  not checked  goes on from ledger.example.vn/ent-00 ")
        .contains("it was not given (--predecessor)\n");
    assertThat(verify("valid/export-successor", "--require", "predecessor").exitCode())
        .isEqualTo(2);
  }

  @Test
  void whatDoesNotMatchIsToldInBothLanguages() {
    String vector = "invalid/predecessor-head";
    Result result = verify(vector, "--predecessor", before(vector));
    assertThat(result.exitCode()).isOne();
    assertThat(result.out())
        .contains("\nleaf 0  predecessor-head  tile/entries/000.p/3 ")
        .contains("Sổ trước có cây khác ở kích thước đã khôi phục")
        .contains("another tree at the size it was restored at")
        .contains("\npredecessor  fail  1 finding; goes on from ");
  }
}
