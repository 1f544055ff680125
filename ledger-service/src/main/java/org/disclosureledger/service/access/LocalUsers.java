package org.disclosureledger.service.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.database.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * The credentials file: lines {@code user: password}, {@code #} comments, readable by its owner
 * alone. A name begins with its role: {@code legal2} is a second legal officer. A plain name sees
 * every ledger of the deployment, which is for evaluation and for deployments of one enterprise;
 * {@code auditor@demo} signs in under just that name and sees the ledger {@code demo} alone.
 */
public final class LocalUsers {
  private static final int PASSWORD_BYTES = 20; // 160 bits
  private static final int MAX_USERS = 1_000;
  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z0-9._-]{0,31})(?:@([a-z0-9][a-z0-9._~-]{0,62}))?");
  private static final List<String> FIRST_USERS =
      List.of("legal", "approver", "supervisor", "auditor", "admin");

  /**
   * One line of the file.
   *
   * @param name as it signs in, with {@code @ledger} if the line has it
   * @param ledger the only one that this user sees; {@code null}: all
   */
  record User(String name, ActorRole role, @Nullable String ledger, String password) {
    @Override
    public String toString() {
      return "User[" + role + "]";
    }
  }

  private LocalUsers() {}

  /**
   * Writes the five first users with random passwords, whole or not at all, mode 0600.
   *
   * @return whether the file was absent
   */
  public static boolean createIfAbsent(Path file, SecureRandom random) {
    if (Files.exists(file)) {
      return false;
    }
    StringBuilder lines = new StringBuilder();
    for (String name : FIRST_USERS) {
      byte[] password = new byte[PASSWORD_BYTES];
      random.nextBytes(password);
      lines
          .append(name)
          .append(": ")
          .append(Base64.getUrlEncoder().withoutPadding().encodeToString(password))
          .append('\n');
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      SecretFile.folder(folder);
    }
    SecretFile.write(file, lines.toString().getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  /**
   * @throws StartRefused when others may read the file or a line is not {@code user: password}; the
   *     message names the line, never its content
   */
  static List<User> read(Path file) {
    String text = new String(SecretFile.read(file), StandardCharsets.UTF_8);
    List<User> users = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String where = file + " line " + number + ": ";
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      String password = colon < 0 ? "" : line.substring(colon + 1).strip();
      Matcher parts = NAME.matcher(name);
      if (!parts.matches() || password.isEmpty()) {
        throw new StartRefused(
            where + "not of the form `user: password` or `user@ledger: password`");
      }
      if (password.length() > LocalUserAuthentication.MAX_PASSWORD_CHARS) {
        throw new StartRefused(where + "the password is longer than 256 characters");
      }
      if (!names.add(name)) {
        throw new StartRefused(where + "this user stands in the file twice");
      }
      if (names.size() > MAX_USERS) {
        throw new StartRefused(where + "more than " + MAX_USERS + " users");
      }
      ActorRole role =
          roleOf(name)
              .orElseThrow(() ->
                  new StartRefused(where + "a user's name begins with a role: " + FIRST_USERS));
      users.add(new User(name, role, parts.group(2), password));
    }
    if (users.isEmpty()) {
      throw new StartRefused(file + " names no user");
    }
    return users;
  }

  private static Optional<ActorRole> roleOf(String name) {
    return Stream.of(ActorRole.values())
        .filter(role -> role != ActorRole.SYSTEM && name.startsWith(role.code()))
        .max(Comparator.comparingInt(role -> role.code().length()));
  }
}
