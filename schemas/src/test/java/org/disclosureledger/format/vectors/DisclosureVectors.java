package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;

/** Export directories with disclosures of an entry that commits to two values, at leaf 4. */
final class DisclosureVectors {
  private static final int LEAF = 4;
  private static final Disclosure NAME = disclosure("0f", "\"Nguyễn Văn Ví Dụ\"");
  private static final Disclosure NUMBER = disclosure("f0", "\"0900000001\"");
  private static final Disclosure ALTERED = disclosure("f0", "\"0900000002\"");
  private static final Disclosure INVENTED = disclosure("aa", "\"0900000003\"");

  /** That leaf 5 commits to, in the vector that has one. */
  private static final Disclosure NEIGHBOUR = disclosure("0a", "\"0900000004\"");

  private final Vectors vectors;

  private DisclosureVectors(Vectors vectors) {
    this.vectors = vectors;
  }

  static void add(Vectors vectors) {
    DisclosureVectors disclosures = new DisclosureVectors(vectors);
    disclosures.put("valid/export-disclosures", sound(), List.of(NAME));
    disclosures.put("invalid/disclosure-slot", broken("disclosure-slot"), List.of(NAME, ALTERED));
    disclosures.put(
        "invalid/disclosure-slot.invented", broken("disclosure-slot"), List.of(NAME, INVENTED));
    disclosures.put(
        "invalid/disclosure-slot.moved",
        broken("disclosure-slot"),
        withNeighbour(),
        List.of(NAME, NEIGHBOUR));
    disclosures.put(
        "invalid/disclosure-repeated", broken("disclosure-repeated"), List.of(NAME, NAME));
  }

  private static Expected sound() {
    return new Expected("export")
        .with("origin", SampleLedger.ORIGIN.value())
        .with("size", LEAF + 1);
  }

  private static Expected broken(String rule) {
    return new Expected("export")
        .with("rule", rule)
        .with("grade", "disclosures")
        .with("origin", SampleLedger.ORIGIN.value())
        .with("leaf", LEAF);
  }

  private void put(String folder, Expected expected, List<Disclosure> handedOver) {
    put(folder, expected, ledger(), handedOver);
  }

  private static SampleLedger ledger() {
    SampleLedger ledger = SampleLedger.ofFour();
    String data =
        "{\"name\":{\"_sd\":[\"%s\"]},\"number\":{\"_sd\":[\"%s\"]}}"
            .formatted(NAME.digest(), NUMBER.digest());
    ledger.add(SampleLedger.ENTRY, SampleLedger.NOTED, "note/c", data, UnaryOperator.identity());
    return ledger;
  }

  /** Then leaf 5, whose disclosure does not open a slot of leaf 4. */
  private static SampleLedger withNeighbour() {
    SampleLedger ledger = ledger();
    String data = "{\"number\":{\"_sd\":[\"%s\"]}}".formatted(NEIGHBOUR.digest());
    ledger.add(SampleLedger.ENTRY, SampleLedger.NOTED, "note/d", data, UnaryOperator.identity());
    return ledger;
  }

  private void put(
      String folder, Expected expected, SampleLedger ledger, List<Disclosure> handedOver) {
    Map<String, byte[]> files = ledger.export();
    String line = DisclosureLine.encode(LEAF, handedOver);
    files.put("disclosures/000.jsonl", line.getBytes(StandardCharsets.UTF_8));
    vectors.put(folder + "/expected.json", expected.json());
    vectors.put(folder + "/policy.txt", SampleLedger.policy(SampleLedger.CHECKPOINT));
    files.forEach((path, bytes) -> vectors.put(folder + "/export/" + path, bytes));
  }

  private static Disclosure disclosure(String salt, String json) {
    return new Disclosure(
        HexFormat.of().parseHex(salt.repeat(16)), json.getBytes(StandardCharsets.UTF_8));
  }
}
