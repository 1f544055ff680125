package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.format.Rejections;

/** One entry for each lexical rule, flawed in its payload and signed. */
final class JsonVectors {
  private JsonVectors() {}

  static void add(Vectors vectors) {
    data(vectors, "json-utf8", "{\"a\":\"«C0AF»\"}", "\"«C0AF", 1);
    payload(vectors, "json-bom", "«EFBBBF»" + PayloadText.VALID, 0);
    data(vectors, "json-syntax", "{\"a\":tru}", "tru}", 0);
    data(vectors, "json-duplicate-name", "{\"a\":1,\"\\u0061\":2}", "\"\\u0061", 0);
    data(vectors, "json-surrogate", "{\"a\":\"\\uD800\"}", "\\uD800", 0);
    payload(vectors, "json-trailing", PayloadText.VALID + "\n", PayloadText.VALID.length());
    data(vectors, "json-depth", "{\"a\":" + "[".repeat(14) + "[]" + "]".repeat(14) + "}", "[]]", 0);
    data(vectors, "json-number", "{\"a\":9007199254740992}", "9007199254740992", 0);
  }

  private static void data(Vectors vectors, String rule, String data, String at, int shift) {
    String payload = PayloadText.withData(data);
    int index = payload.indexOf(at);
    int offset = payload.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    payload(vectors, rule, payload, offset + shift);
  }

  private static void payload(Vectors vectors, String rule, String payload, long offset) {
    vectors.invalid(
        rule,
        "entry",
        "entry.jws",
        PayloadText.sign(Rejections.bytes(payload)),
        PayloadText.offset(offset));
  }
}
