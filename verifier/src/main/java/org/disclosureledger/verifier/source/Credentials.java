package org.disclosureledger.verifier.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * User and password for HTTP Basic. They come from the environment or an owner-only file, never
 * from an argument, which every other process could read.
 */
public record Credentials(String user, String password) {
  public static final String USER = "LEDGER_USER";
  public static final String PASSWORD = "LEDGER_PASSWORD";
  private static final String PREFERRED = "auditor";
  private static final int MAX_BYTES = 65_536;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Credentials that the user named but that cannot be used. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * From the file if one is given, else from {@value #USER} and {@value #PASSWORD}, else none.
   *
   * @throws Unusable if the file cannot be read, is open to others, or has no line for the user
   */
  public static Optional<Credentials> find(Map<String, String> environment, @Nullable Path file)
      throws Unusable {
    String user = environment.get(USER);
    if (file != null) {
      return Optional.of(fromFile(file, user));
    }
    String password = environment.get(PASSWORD);
    if (user == null && password == null) {
      return Optional.empty();
    }
    if (user == null || password == null) {
      throw new Unusable("set both " + USER + " and " + PASSWORD + ", or neither");
    }
    return Optional.of(new Credentials(user, password));
  }

  /** A file of lines {@code user: password}. */
  private static Credentials fromFile(Path file, @Nullable String user) throws Unusable {
    Map<String, String> passwords = new LinkedHashMap<>();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new Unusable(file + " is no credentials file: no regular file");
    }
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new Unusable(file + " can be read by others: chmod 600 it first");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new Unusable(file + " is no credentials file: too large");
      }
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          passwords.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new Unusable(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    String chosen = user != null ? user : preferred(passwords, file);
    String password = passwords.get(chosen);
    if (password == null) {
      throw new Unusable(file + " has no line for the user " + chosen);
    }
    return new Credentials(chosen, password);
  }

  private static String preferred(Map<String, String> passwords, Path file) throws Unusable {
    if (passwords.containsKey(PREFERRED)) {
      return PREFERRED;
    }
    if (passwords.size() != 1) {
      throw new Unusable(file + ": set " + USER + " to say which user's line is meant");
    }
    return passwords.keySet().iterator().next();
  }

  /** The value of an {@code Authorization} header. */
  String basic() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "credentials of " + user;
  }
}
