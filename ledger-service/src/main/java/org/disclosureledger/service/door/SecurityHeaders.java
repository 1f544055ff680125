package org.disclosureledger.service.door;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What a browser is told with every answer. Nobody may frame a page of ours, and none runs a script
 * but our own files.
 */
public final class SecurityHeaders {
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String A_YEAR = "max-age=31536000; includeSubDomains";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", CONTENT_SECURITY_POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private SecurityHeaders() {}

  /**
   * Writes them.
   *
   * @param secure whether the request came by TLS
   */
  public static void write(boolean secure, BiConsumer<String, String> header) {
    ALWAYS.forEach(header);
    if (secure) {
      header.accept("Strict-Transport-Security", A_YEAR);
    }
  }
}
