package org.disclosureledger.service.agency;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.form.Form;

/**
 * An agency's code, in upper case: {@code cqdt-01} and {@code CQDT-01} are one agency. The stream
 * follows from it, so that no two agencies can share a code and one is found without an index.
 */
public record AgencyCode(String value) {
  private static final int KEY_DIGITS = 32;

  /**
   * @throws org.disclosureledger.service.envelope.CommandRefused when it is no code
   */
  public AgencyCode {
    value = Form.agencyCode("agency", value);
  }

  /** {@code agency/<first 32 hexadecimal digits of SHA-256(code, UTF-8)>}. */
  public StreamId stream() {
    String hash = Sha256.hex(value.getBytes(StandardCharsets.UTF_8));
    return new StreamId("agency/" + hash.substring(0, KEY_DIGITS));
  }

  @Override
  public String toString() {
    return value;
  }
}
