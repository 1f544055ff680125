package org.disclosureledger.format.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.disclosureledger.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileCoordinateTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 999, 1, tile/0/999.p/1",
    "0, 1000, 255, tile/0/x001/000.p/255",
    "63, 1234067, 256, tile/63/x001/x234/067",
    "-1, 1234067, 12, tile/entries/x001/x234/067.p/12",
    "0, 1000000, 256, tile/0/x001/x000/000",
    "0, 9007199254740991, 256, tile/0/x009/x007/x199/x254/x740/991"
  })
  void pathsReadBack(int level, long index, int width, String path) {
    TileCoordinate tile = new TileCoordinate(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(TileCoordinate.parse(path)).isEqualTo(tile);
    assertThat(tile.isFull()).isEqualTo(width == 256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/x/000",
        "tile/entry/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/x000/000",
        "tile/0/x000/x001/000",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/0/x001/x000",
        "tile/0/X001/000",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.P/1",
        "tile/0/x009/x007/x199/x254/x740/992",
        "tile/0/x001/x009/x007/x199/x254/x740/991",
        "tile/0/../000",
        "tile/0/٠٠٠"
      })
  void otherPathsAreRefused(String path) {
    assertThatThrownBy(() -> TileCoordinate.parse(path))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.rule()).isEqualTo("tile-path"));
  }

  @Test
  void theStandardsExampleOfSeventyThousandLeavesHasItsTiles() {
    List<TileCoordinate> tiles = TileCoordinate.hashTiles(70_000).toList();
    assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
    assertThat(tiles.subList(0, 273)).allMatch(tile -> tile.level() == 0 && tile.isFull());
    assertThat(tiles.subList(273, 277))
        .extracting(TileCoordinate::path)
        .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(TileCoordinate.entryBundles(70_000).toList())
        .hasSize(274)
        .last()
        .hasToString("tile/entries/273.p/112");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 16_777_216})
  void aTreesTilesCoverEachLevelExactlyOnce(long size) {
    for (int level = 0; level < 4; level++) {
      int wanted = level;
      long covered =
          TileCoordinate.hashTiles(size)
              .filter(tile -> tile.level() == wanted)
              .mapToLong(TileCoordinate::width)
              .sum();
      assertThat(covered).isEqualTo(size >> (8 * level));
      long partial =
          TileCoordinate.hashTiles(size)
              .filter(tile -> tile.level() == wanted && !tile.isFull())
              .mapToLong(TileCoordinate::width)
              .sum();
      assertThat(partial).isEqualTo((size >> (8 * level)) % 256);
    }
    assertThat(TileCoordinate.entryBundles(size).mapToLong(TileCoordinate::width).sum())
        .isEqualTo(size);
  }

  @Test
  void theLargestTreesTilesAreListedLazily() {
    assertThat(TileCoordinate.hashTiles((1L << 53) - 1).limit(2))
        .extracting(TileCoordinate::path)
        .containsExactly("tile/0/000", "tile/0/001");
    assertThat(TileCoordinate.entryBundles((1L << 53) - 1).skip(1).findFirst())
        .hasValueSatisfying(tile -> assertThat(tile.firstLeaf()).isEqualTo(256));
  }

  @Test
  void aTileOfATreeHasTheWidthTheTreeGivesIt() {
    assertThat(TileCoordinate.of(0, 0, 256).isFull()).isTrue();
    assertThat(TileCoordinate.of(1, 0, 256).width()).isEqualTo(1);
    assertThat(TileCoordinate.of(TileCoordinate.ENTRIES, 1, 300).width()).isEqualTo(44);
    assertThat(TileCoordinate.of(0, 1, 300).full()).hasToString("tile/0/001");
    assertThatThrownBy(() -> TileCoordinate.of(0, 1, 256))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
