package org.disclosureledger.service.request.content;

import java.util.Locale;
import org.disclosureledger.service.vocabulary.Labelled;

/** An act that takes two people: one prepares it, another approves it or sends it back. */
public enum ActKind implements Labelled {
  ACCEPTANCE("chấp nhận", "acceptance"),
  EMERGENCY("chấp nhận khẩn cấp", "emergency acceptance"),
  REFUSAL("từ chối", "refusal"),
  EXTENSION("gia hạn", "extension"),
  DELIVERY("cung cấp", "delivery"),
  NO_DATA("không có dữ liệu", "no data"),
  MEASURE("biện pháp", "measure"),
  CORRECTION("đính chính", "correction");

  private final String vi;
  private final String en;

  ActKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }

  /** As it stands in paths of the API: lower case, words joined by a hyphen. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
