package org.disclosureledger.service.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells an ASiC container without {@code mimetype} (ETSI EN 319 162-1 §4.2) from other ZIPs. */
final class Containers {
  private static final String EXTENDED = "application/vnd.etsi.asic-e+zip";
  private static final String SIMPLE = "application/vnd.etsi.asic-s+zip";

  private Containers() {}

  /**
   * @param prefix a ZIP's first bytes: what lies behind them is not looked at
   */
  static Optional<String> typeOf(byte[] prefix) {
    String found = null;
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(prefix), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.equals("meta-inf/manifest.mf") || name.equals("[content_types].xml")) {
          return Optional.empty(); // a program, an office file
        }
        if (name.startsWith("meta-inf/") && name.contains("signature")) {
          found = name.equals("meta-inf/signature.p7s") ? SIMPLE : EXTENDED;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // It goes on after the prefix, or is no ZIP that anybody can read: what was seen counts.
      return Optional.ofNullable(found);
    }
    return Optional.ofNullable(found);
  }
}
