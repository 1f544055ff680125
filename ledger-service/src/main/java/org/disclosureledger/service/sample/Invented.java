package org.disclosureledger.service.sample;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Names, numbers and addresses that belong to nobody. */
record Invented(Random random) {
  private static final List<String> FAMILY = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ");
  private static final List<String> GIVEN =
      List.of("Văn Mẫu", "Thị Ví Dụ", "Giả Định", "Minh Họa", "Thí Dụ", "Tưởng Tượng");

  String person() {
    return pick(FAMILY) + " " + pick(GIVEN);
  }

  /** In the block 0900 000 xxx. */
  String phone() {
    return "0900000%03d".formatted(1 + random.nextInt(999));
  }

  String email() {
    return "khach%d@example.com".formatted(1 + random.nextInt(500));
  }

  /** In the blocks kept for documentation (RFC 5737, RFC 3849). */
  String address() {
    return switch (random.nextInt(3)) {
      case 0 -> "192.0.2." + (1 + random.nextInt(254));
      case 1 -> "198.51.100." + (1 + random.nextInt(254));
      default -> "2001:db8::%x".formatted(1 + random.nextInt(0xffff));
    };
  }

  String link() {
    return "https://video.example.com/%d".formatted(1_000 + random.nextInt(9_000));
  }

  String documentNumber(String agency) {
    return "%d/CV-%s".formatted(1 + random.nextInt(3_000), agency.toUpperCase(Locale.ROOT));
  }

  String digest() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A version 4 UUID (RFC 9562), from this source of chance rather than the system's. */
  UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** At least {@code least}, less than {@code most}. */
  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
