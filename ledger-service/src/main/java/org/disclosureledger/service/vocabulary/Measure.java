package org.disclosureledger.service.vocabulary;

/** What is done for an item that asks for an act rather than for data. */
public enum Measure implements Labelled {
  SUSPEND("ngừng dịch vụ", "suspend"),
  PRESERVE("bảo quản", "preserve"),
  TAKE_DOWN("gỡ bỏ", "take down"),
  MOBILISE("huy động hạ tầng", "mobilise"),
  RESTORE("khôi phục", "restore");

  private final String vi;
  private final String en;

  Measure(String vi, String en) {
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
