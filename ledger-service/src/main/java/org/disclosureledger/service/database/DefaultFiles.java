package org.disclosureledger.service.database;

import java.nio.file.Path;

/** Where files lie unless settings say otherwise. */
public final class DefaultFiles {
  private static final String ERASED_KEYS = "erased-keys";

  private DefaultFiles() {}

  /**
   * Ids of erased data keys. Where the database is in the data folder they lie beside that folder:
   * a backup of it is restored whole.
   *
   * @param ownDatabase the database's address, blank for the embedded one in the data folder
   * @throws StartRefused when the data folder is the root of a disk, which nothing is beside
   */
  public static Path erasedKeys(Path data, String ownDatabase) {
    return ownDatabase.isBlank()
        ? beside(data, "-erased", "ledger.vault.erased-file").resolve(ERASED_KEYS)
        : erasedKeysBefore(data);
  }

  /**
   * The last published heads, for the same reason beside the data folder.
   *
   * @param ownDatabase as for {@link #erasedKeys}
   * @throws StartRefused likewise
   */
  public static Path heads(Path data, String ownDatabase) {
    return ownDatabase.isBlank()
        ? beside(data, "-heads", "ledger.heads-dir")
        : data.resolve("heads");
  }

  private static Path beside(Path data, String suffix, String setting) {
    Path folder = data.toAbsolutePath().normalize();
    Path name = folder.getFileName();
    if (name == null) {
      throw new StartRefused(setting + " is to be set: nothing is beside " + folder);
    }
    return folder.resolveSibling(name + suffix);
  }

  /** In the data folder, where earlier versions always kept them. */
  public static Path erasedKeysBefore(Path data) {
    return data.resolve(ERASED_KEYS);
  }
}
