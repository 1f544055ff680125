package org.disclosureledger.service.vocabulary;

/** Độ khẩn of a document. */
public enum Urgency implements Labelled {
  NORMAL("Thường", "normal"),
  URGENT("Khẩn", "urgent"),
  VERY_URGENT("Thượng khẩn", "very urgent"),
  EXPRESS("Hỏa tốc", "express");

  private final String vi;
  private final String en;

  Urgency(String vi, String en) {
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
}
