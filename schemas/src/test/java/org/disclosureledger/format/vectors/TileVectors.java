package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.tile.EntryBundle;

/** Tile paths, bundles, and the two forms in which bare hashes occur. */
final class TileVectors {
  private TileVectors() {}

  static void add(Vectors vectors) {
    byte[] path = "tile/0/x001/x234/067.p/12".getBytes(StandardCharsets.US_ASCII);
    vectors.valid(
        "tile-path",
        new Expected("tile-path").with("level", 0).with("index", 1_234_067).with("width", 12),
        "path.txt",
        path);
    vectors.invalid(
        "tile-path",
        "tile-path",
        "path.txt",
        "tile/0/1234067.p/12".getBytes(StandardCharsets.US_ASCII),
        0);
    vectors.valid(
        "bundle",
        new Expected("bundle").with("width", 2),
        "bundle.bin",
        EntryBundle.encode(List.of(new byte[] {1}, new byte[256])));
    bundle(vectors, "bundle-entry-length", "000101 0000", 2, 3);
    bundle(vectors, "bundle-truncated", "000101 000202", 2, 6);
    bundle(vectors, "bundle-trailing", "000101 000102", 1, 3);
    vectors.invalid(
        "tree-hash",
        "tree-hash",
        "hash.txt",
        CanonicalBase64.encode(new byte[31]).getBytes(StandardCharsets.US_ASCII),
        0);
    vectors.invalid(
        "tree-frontier",
        new Expected("frontier").with("rule", "tree-frontier").with("offset", -1).with("size", 3),
        "frontier.bin",
        new byte[32]);
  }

  private static void bundle(Vectors vectors, String rule, String hex, int width, long offset) {
    vectors.invalid(
        rule,
        new Expected("bundle").with("rule", rule).with("offset", offset).with("width", width),
        "bundle.bin",
        HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
