package org.disclosureledger.service.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are here. */
@RestController
class MeController {

  /** How this very call was signed in. */
  enum Means {
    PASSWORD,
    BEARER,
    SESSION
  }

  /**
   * @param name of the account, as it signed in
   * @param role its code
   * @param ledger the only one that the account sees
   * @param csrf of a session only: the header that every change needs
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Me(
      String name,
      String role,
      @Nullable String ledger,
      boolean allLedgers,
      Means signedInBy,
      @Nullable Csrf csrf) {}

  /** A header of this name and value. */
  record Csrf(String header, String token) {}

  @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getMe", summary = "Tôi là ai ở đây · Who I am here")
  ResponseEntity<Me> me(
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user,
      @Parameter(hidden = true) HttpServletRequest request) {
    Means means = means(request);
    String ledger = SignedInUser.NO_LEDGER.equals(user.ledger()) ? null : user.ledger();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Me(
                user.name(),
                user.role().code(),
                ledger,
                user.seesAllLedgers(),
                means,
                means == Means.SESSION ? csrf(request) : null));
  }

  private static Means means(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Means.SESSION;
    }
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ") ? Means.BEARER : Means.PASSWORD;
  }

  private static @Nullable Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getHeaderName(), token.getToken())
        : null;
  }
}
