package org.disclosureledger.service.vocabulary;

import java.util.Optional;

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

  /** What answers an item of this kind; empty where data does. */
  public static Optional<Measure> answering(ItemKind kind) {
    return switch (kind) {
      case SUSPENSION -> Optional.of(SUSPEND);
      case PRESERVATION -> Optional.of(PRESERVE);
      case TAKEDOWN -> Optional.of(TAKE_DOWN);
      case MOBILISATION -> Optional.of(MOBILISE);
      default -> Optional.empty();
    };
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
