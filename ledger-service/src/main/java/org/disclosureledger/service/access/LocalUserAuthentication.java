package org.disclosureledger.service.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a name and a password against the local users. HTTP Basic sends them with every call, and
 * a slow hash each time would cost more than the call, so a success is remembered for a short while
 * under an HMAC whose key never leaves this process.
 */
final class LocalUserAuthentication implements AuthenticationProvider {
  static final Duration REMEMBERED = Duration.ofMinutes(5);
  static final int MAX_REMEMBERED = 1_000;
  static final int MAX_PASSWORD_CHARS = 256;

  private record Account(SignedInUser user, String passwordHash) {}

  /** OWASP's least of Argon2id: 19 MiB, two passes, one lane. */
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final String hashForStrangers;
  private final SecretKeySpec memoryKey;
  private final InstantSource clock;
  private final SignInAttempts attempts;
  private final Semaphore hashing;
  private final Duration patience;

  private final Map<ByteBuffer, Instant> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  LocalUserAuthentication(
      List<LocalUsers.User> users,
      SecureRandom random,
      InstantSource clock,
      SignInAttempts attempts) {
    this(
        users,
        random,
        clock,
        attempts,
        new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true),
        Duration.ofSeconds(2));
  }

  /**
   * @param attempts counts those for which a password is hashed
   * @param hashing how many passwords may be hashed at once: each takes 19 MiB and a core
   * @param patience how long a sign-in waits for its turn
   */
  LocalUserAuthentication(
      List<LocalUsers.User> users,
      SecureRandom random,
      InstantSource clock,
      SignInAttempts attempts,
      Semaphore hashing,
      Duration patience) {
    this.clock = clock;
    this.attempts = attempts;
    this.hashing = hashing;
    this.patience = patience;
    byte[] key = new byte[32];
    random.nextBytes(key);
    memoryKey = new SecretKeySpec(key, "HmacSHA256");
    for (LocalUsers.User user : users) {
      accounts.put(
          user.name(),
          new Account(
              new SignedInUser(user.name(), user.role(), user.ledger()), hash(user.password())));
    }
    hashForStrangers = hash("no account has this name");
  }

  private String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    String name = authentication.getName();
    Object credentials = authentication.getCredentials();
    if (!(credentials instanceof String password) || password.length() > MAX_PASSWORD_CHARS) {
      throw new BadCredentialsException("no usable password");
    }
    Account account = accounts.get(name);
    if (account != null && isRemembered(name, password)) {
      return authenticated(account);
    }
    attempts.count(address(authentication));
    // A stranger's name costs the same time as a known one, so that names cannot be probed.
    boolean matches =
        matches(password, account == null ? hashForStrangers : account.passwordHash());
    if (account == null || !matches) {
      throw new BadCredentialsException("name or password is wrong");
    }
    remember(name, password);
    return authenticated(account);
  }

  private static String address(Authentication authentication) {
    return authentication.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }

  private boolean matches(String password, String hash) {
    try {
      if (!hashing.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw TooManySignIns.atOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TooManySignIns.atOnce();
    }
    try {
      return encoder.matches(password, hash);
    } finally {
      hashing.release();
    }
  }

  private static Authentication authenticated(Account account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        account.user(),
        null,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.user().role().name())));
  }

  synchronized boolean isRemembered(String name, String password) {
    Instant until = remembered.get(mark(name, password));
    return until != null && clock.instant().isBefore(until);
  }

  private synchronized void remember(String name, String password) {
    ByteBuffer mark = mark(name, password);
    // Removed first, so that the oldest sign-in is the one that goes when there are too many.
    remembered.remove(mark);
    remembered.put(mark, clock.instant().plus(REMEMBERED));
  }

  synchronized int rememberedCount() {
    return remembered.size();
  }

  private ByteBuffer mark(String name, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(memoryKey);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      // No name holds a newline, so name and password cannot be shifted against each other.
      mac.update((byte) '\n');
      return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every JDK", e);
    }
  }

  @Override
  public boolean supports(@Nullable Class<?> authentication) {
    return authentication == UsernamePasswordAuthenticationToken.class;
  }
}
