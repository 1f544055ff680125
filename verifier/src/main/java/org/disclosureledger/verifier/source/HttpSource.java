package org.disclosureledger.verifier.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A served ledger: the read API of FORMAT §5 below one URL. Credentials go to that URL's host only;
 * a redirect to any other host, port or scheme is refused. Each request has a deadline and each
 * response a size limit, before and after decompression.
 */
public final class HttpSource implements LedgerSource, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int MAX_REDIRECTS = 5;

  /** A busy server is asked again when it says, but not for ever. */
  private static final int MAX_PAUSES = 30;

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /** Hashes do not compress, so a gzip body may be longer than what it holds. */
  private static final int GZIP_OVERHEAD = 1_024;

  private final URI base;
  private final @Nullable Credentials credentials;
  private final Duration deadline;
  private final Pause pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /**
   * @param base http or https URL with a host and without user information, query or fragment
   */
  public HttpSource(URI base, @Nullable Credentials credentials) {
    this(base, credentials, DEADLINE);
  }

  HttpSource(URI base, @Nullable Credentials credentials, Duration deadline) {
    this(base, credentials, deadline, wait -> Thread.sleep(wait));
  }

  /** Lets some time go by. */
  @FunctionalInterface
  interface Pause {
    void of(Duration wait) throws InterruptedException;
  }

  HttpSource(URI base, @Nullable Credentials credentials, Duration deadline, Pause pause) {
    this.base = URI.create(base.toString().replaceAll("/+$", "") + "/");
    this.credentials = credentials;
    this.deadline = deadline;
    this.pause = pause;
  }

  /** Whether the user means a URL rather than a directory. */
  public static boolean isUrl(String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /**
   * Reads a URL as the user wrote it.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static URI parse(String url) {
    URI uri = URI.create(url);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the URL has no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the URL must not hold a user or password");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the URL must have no query and no fragment");
    }
    return uri;
  }

  /** Whether credentials go over plain HTTP to another machine, where any hop can read them. */
  public boolean showsCredentials() {
    String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
    boolean loopback =
        host.equals("localhost")
            || host.endsWith(".localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.[0-9]{1,3}){3}");
    return credentials != null && "http".equalsIgnoreCase(base.getScheme()) && !loopback;
  }

  @Override
  public Optional<byte[]> read(String path, int limit) throws SourceException {
    return read(base.resolve(path), path, limit);
  }

  /**
   * What a grant opens of a bundle. Each such reading leaves a trace in the ledger.
   *
   * @param path such as {@code disclosures/000.jsonl}
   * @param purpose the code of what it is read for
   */
  public Granted disclosures(String path, UUID grant, String purpose, int limit)
      throws SourceException {
    URI uri = base.resolve(path + "?grant=" + grant);
    HttpResponse<byte[]> response = answered(uri, purpose, path, limit);
    return switch (response.statusCode()) {
      case 200 -> new Granted.Opened(decoded(response, path, limit));
      case 404, 410 -> new Granted.Nothing();
      case 409 -> new Granted.Gone(why(response));
      case 403 -> new Granted.Refused(why(response));
      default -> throw unreadable(path, why(response));
    };
  }

  private Optional<byte[]> read(URI uri, String path, int limit) throws SourceException {
    HttpResponse<byte[]> response = answered(uri, null, path, limit);
    return switch (response.statusCode()) {
      case 200 -> Optional.of(decoded(response, path, limit));
      case 404, 410 -> Optional.empty();
      default -> throw unreadable(path, why(response));
    };
  }

  /** The first answer that is no redirect. */
  private HttpResponse<byte[]> answered(URI from, @Nullable String purpose, String path, int limit)
      throws SourceException {
    URI uri = from;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<byte[]> response = patiently(uri, purpose, path, limit);
      switch (response.statusCode()) {
        case 301, 302, 303, 307, 308 -> uri = redirected(uri, response, path);
        default -> {
          return response;
        }
      }
    }
    throw unreadable(path, "more than " + MAX_REDIRECTS + " redirects");
  }

  private String why(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 401 ->
          "the server wants "
              + (credentials == null ? "" : "other ")
              + "credentials (HTTP 401); give them in LEDGER_USER and LEDGER_PASSWORD"
              + " or a --credentials file";
      case 403 -> "the server does not allow it (HTTP 403)" + Problem.of(response.body());
      default -> "HTTP status " + response.statusCode() + Problem.of(response.body());
    };
  }

  /** Whoever mirrors a large ledger meets the limit of its server, and waits (RFC 6585 §4). */
  private HttpResponse<byte[]> patiently(URI uri, @Nullable String purpose, String path, int limit)
      throws SourceException {
    HttpResponse<byte[]> response = get(uri, purpose, path, limit);
    for (int pauses = 0; response.statusCode() == 429 && pauses < MAX_PAUSES; pauses++) {
      try {
        pause.of(asked(response));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreadable(path, "interrupted", e);
      }
      response = get(uri, purpose, path, limit);
    }
    return response;
  }

  /** What {@code Retry-After} says in seconds; a date, or nothing, is the shortest pause. */
  private static Duration asked(HttpResponse<byte[]> response) {
    String header = response.headers().firstValue("Retry-After").orElse("").strip();
    if (!header.matches("[0-9]{1,9}")) {
      return SHORTEST_PAUSE;
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(header));
    if (wait.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  private HttpResponse<byte[]> get(URI uri, @Nullable String purpose, String path, int limit)
      throws SourceException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(deadline).header("Accept-Encoding", "gzip, identity");
    if (credentials != null) {
      request.header("Authorization", credentials.basic());
    }
    if (purpose != null) {
      request.header("Purpose", purpose);
    }
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(
            request.build(),
            info ->
                info.statusCode() == 200
                    ? HttpResponse.BodySubscribers.limiting(
                        HttpResponse.BodySubscribers.ofByteArray(), limit + GZIP_OVERHEAD)
                    : Problem.body(info));
    try {
      // The request's own timeout ends with the headers; this one also bounds the body.
      return future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw unreadable(path, "no answer within " + deadline.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreadable(path, "interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (String.valueOf(cause.getMessage()).contains("body exceeds capacity")) {
        throw tooLarge(path, limit);
      }
      throw unreadable(path, base.getAuthority() + " cannot be reached (" + cause + ")", cause);
    }
  }

  private URI redirected(URI from, HttpResponse<byte[]> response, String path)
      throws SourceException {
    String location = response.headers().firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw unreadable(path, "redirected to something that is no URL", e);
    }
    if (!Objects.equals(to.getScheme(), base.getScheme())
        || !Objects.equals(to.getAuthority(), base.getAuthority())) {
      throw unreadable(path, "redirected to another host, refused: " + to.getAuthority());
    }
    return to;
  }

  private static byte[] decoded(HttpResponse<byte[]> response, String path, int limit)
      throws SourceException {
    String encoding =
        response
            .headers()
            .firstValue("Content-Encoding")
            .orElse("identity")
            .toLowerCase(Locale.ROOT);
    if (encoding.equals("identity")) {
      if (response.body().length > limit) {
        throw tooLarge(path, limit);
      }
      return response.body();
    }
    if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
      throw new SourceException(Kind.ENCODING, path, "unknown content encoding");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw tooLarge(path, limit);
      }
      return bytes;
    } catch (IOException e) {
      throw new SourceException(Kind.ENCODING, path, "not gzip as it claims", e);
    }
  }

  private static SourceException tooLarge(String path, int limit) {
    return new SourceException(Kind.TOO_LARGE, path, "larger than %,d bytes".formatted(limit));
  }

  private static SourceException unreadable(String path, String message) {
    return new SourceException(Kind.UNREADABLE, path, message);
  }

  private static SourceException unreadable(String path, String message, Throwable cause) {
    return new SourceException(Kind.UNREADABLE, path, message, cause);
  }

  @Override
  public List<String> checkpointNames() {
    return List.of();
  }

  @Override
  public boolean readableUnverified() {
    return false;
  }

  @Override
  public boolean isExport() {
    return false;
  }

  @Override
  public String description() {
    return base.toString().replaceAll("/$", "");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
