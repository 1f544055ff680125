package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class LocalUsersTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SignInAttempts UNCOUNTED = address -> {};

  @TempDir Path folder;

  @Test
  void theFirstStartWritesFiveUsersForTheOwnerAlone() throws IOException {
    Path file = folder.resolve("data/credentials.txt");
    assertThat(LocalUsers.createIfAbsent(file, RANDOM)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(file))
        .allMatch(line -> line.matches("[a-z]+: [A-Za-z0-9_-]{27}"));

    List<LocalUsers.User> users = LocalUsers.read(file);
    assertThat(users)
        .extracting(LocalUsers.User::name)
        .containsExactly("legal", "approver", "supervisor", "auditor", "admin");
    Set<String> passwords = new HashSet<>(users.stream().map(LocalUsers.User::password).toList());
    assertThat(passwords).hasSize(5);

    byte[] before = Files.readAllBytes(file);
    assertThat(LocalUsers.createIfAbsent(file, RANDOM)).isFalse();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "legal,LEGAL",
    "legal2,LEGAL",
    "approver.lan,APPROVER",
    "supervisor-so,SUPERVISOR",
    "auditor_x,AUDITOR",
    "admin1,ADMIN"
  })
  void aNameBeginsWithItsRole(String name, ActorRole role) throws IOException {
    assertThat(LocalUsers.read(file("rw-------", name + ": a password")))
        .containsExactly(new LocalUsers.User(name, role, null, "a password"));
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
  void aFileThatOthersMayOpenRefusesTheStart(String permissions) throws IOException {
    Path file = file(permissions, "legal: secret-1");
    assertThatThrownBy(() -> LocalUsers.read(file)).isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "legal secret-1",
        "Legal: secret-1",
        ": secret-1",
        "legal:",
        "boss: secret-1",
        "legal@: secret-1",
        "legal@Demo: secret-1",
        "legal@a@b: secret-1",
        "@demo: secret-1",
        "system: secret-1",
        "legal: secret-1;legal: secret-2",
        "# only a comment"
      })
  void aFileOfAnotherFormRefusesTheStartWithoutQuotingIt(String content) throws IOException {
    Path file = file("rw-------", content.replace(';', '\n'));
    assertThatThrownBy(() -> LocalUsers.read(file))
        .isInstanceOf(StartRefused.class)
        .message()
        .doesNotContain("secret-");
  }

  @Test
  void aSignInIsRememberedForAShortWhileOnly() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    var users =
        new LocalUserAuthentication(
            LocalUsers.read(file("rw-------", "legal: secret-1")), RANDOM, now::get, UNCOUNTED);
    signIn(users, "legal", "secret-1");
    assertThat(users.isRemembered("legal", "secret-1")).isTrue();
    assertThat(users.isRemembered("legal", "secret-2")).isFalse();
    now.set(now.get().plus(LocalUserAuthentication.REMEMBERED).minus(Duration.ofMillis(1)));
    assertThat(users.isRemembered("legal", "secret-1")).isTrue();
    now.set(now.get().plus(Duration.ofMillis(1)));
    assertThat(users.isRemembered("legal", "secret-1")).isFalse();
    signIn(users, "legal", "secret-1");
    assertThat(users.rememberedCount()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsNeverRemembered() throws IOException {
    var users =
        new LocalUserAuthentication(
            LocalUsers.read(file("rw-------", "legal: secret-1")), RANDOM, Instant::now, UNCOUNTED);
    assertThatThrownBy(() -> signIn(users, "legal", "secret-2"))
        .isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> signIn(users, "nobody", "secret-1"))
        .isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> signIn(users, "legal", "x".repeat(257)))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(users.rememberedCount()).isZero();
  }

  @Test
  void aLedgerAfterTheNameIsTheOnlyOneThatTheUserSees() throws IOException {
    var users =
        new LocalUserAuthentication(
            LocalUsers.read(file("rw-------", "auditor@demo: secret-1\nauditor: secret-2")),
            RANDOM,
            Instant::now,
            UNCOUNTED);
    LedgerAccess access = new AccessConfiguration().ledgerAccess();
    SignedInUser bound = principal(users, "auditor@demo", "secret-1");
    SignedInUser free = principal(users, "auditor", "secret-2");
    assertThat(bound).isEqualTo(new SignedInUser("auditor@demo", ActorRole.AUDITOR, "demo"));
    assertThat(access.mayRead(bound, "demo")).isTrue();
    assertThat(access.mayRead(bound, "other")).isFalse();
    assertThat(access.mayRead(bound, "")).isFalse();
    assertThat(access.mayRead(free, "other")).isTrue();
  }

  @Test
  void passwordsAreHashedOnlySoManyAtOnceAndARememberedSignInNeedsNone() throws IOException {
    Semaphore hashing = new Semaphore(1);
    var users =
        new LocalUserAuthentication(
            LocalUsers.read(file("rw-------", "legal: secret-1")),
            RANDOM,
            Instant::now,
            UNCOUNTED,
            hashing,
            Duration.ofMillis(1));
    signIn(users, "legal", "secret-1");
    assertThat(hashing.availablePermits()).isEqualTo(1);
    assertThatThrownBy(() -> signIn(users, "legal", "secret-2"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(hashing.availablePermits()).isEqualTo(1);

    hashing.drainPermits();
    signIn(users, "legal", "secret-1");
    assertThatThrownBy(() -> signIn(users, "legal", "secret-2")).isInstanceOf(TooManySignIns.class);
    assertThatThrownBy(() -> signIn(users, "nobody", "secret-2"))
        .isInstanceOf(TooManySignIns.class);
  }

  private static SignedInUser principal(
      LocalUserAuthentication users, String name, String password) {
    Object principal =
        users
            .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
            .getPrincipal();
    return (SignedInUser) Objects.requireNonNull(principal);
  }

  private static void signIn(LocalUserAuthentication users, String name, String password) {
    assertThat(
            users
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                .getPrincipal())
        .isEqualTo(new SignedInUser(name, ActorRole.LEGAL));
  }

  private Path file(String permissions, String content) throws IOException {
    Path file = folder.resolve("credentials.txt");
    Files.writeString(file, content + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }
}
