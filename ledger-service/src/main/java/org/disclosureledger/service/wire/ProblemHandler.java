package org.disclosureledger.service.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.service.attachment.DocumentLost;
import org.disclosureledger.service.attachment.StoreUnavailable;
import org.disclosureledger.service.disclosure.DocumentAltered;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.signature.ChecksUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Every failure becomes one problem type here; what is not foreseen tells nothing of our inside.
 */
@RestControllerAdvice
class ProblemHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final ProblemWriter problems;

  ProblemHandler(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void refused(CommandRefused refusal, HttpServletResponse response) throws IOException {
    String code = refusal.rule().code();
    String message = String.valueOf(refusal.getMessage());
    String detail =
        message.startsWith(code + ": ") ? message.substring(code.length() + 2) : message;
    // Who refused may know better when.
    if (refusal.rule().status() == 503 && !response.containsHeader("Retry-After")) {
      response.setHeader("Retry-After", "1");
    }
    problems.write(response, refusal.rule(), detail, Map.of("rule", code));
  }

  @ExceptionHandler
  void refused(InputRefused refusal, HttpServletResponse response) throws IOException {
    problems.write(response, refusal.type(), refusal.detail(), pointer(refusal.pointer()));
  }

  /** A value that cannot stand in an entry: the format's rule says which. */
  @ExceptionHandler
  void refused(FormatException refusal, HttpServletResponse response) throws IOException {
    ProblemType type =
        refusal.rule().equals("entry-length")
            ? ProblemType.ENTRY_TOO_LARGE
            : ProblemType.INVALID_VALUE;
    problems.write(
        response,
        type,
        "a rule of the ledger format forbids it: " + refusal.rule(),
        Map.of("rule", refusal.rule()));
  }

  /** Not a byte of it goes out; the log says which one, for somebody has to look. */
  @ExceptionHandler
  void altered(DocumentAltered failure, HttpServletResponse response) throws IOException {
    log.error("{}", failure.getMessage());
    write(response, ProblemType.DOCUMENT_ALTERED, "it is not given out");
  }

  /** Erased it would have lost its key too: somebody has to look for it. */
  @ExceptionHandler
  void lost(DocumentLost failure, HttpServletResponse response) throws IOException {
    log.error("{}", failure.getMessage());
    write(response, ProblemType.DOCUMENT_LOST, "its key is there, the store has no such object");
  }

  @ExceptionHandler
  void away(StoreUnavailable failure, HttpServletResponse response) throws IOException {
    log.error("the store of documents fails", new FailureTrace(failure));
    later(response, ProblemType.STORE_UNAVAILABLE);
  }

  @ExceptionHandler
  void unchecked(ChecksUnavailable failure, HttpServletResponse response) throws IOException {
    log.error("{}", failure.getMessage(), new FailureTrace(failure));
    later(response, ProblemType.CHECKS_UNAVAILABLE);
  }

  /** Cut off by the database, or with no time left for its next statement. */
  @ExceptionHandler({QueryTimeoutException.class, TransactionTimedOutException.class})
  void cutOff(HttpServletRequest request, HttpServletResponse response) throws IOException {
    log.warn("{} {} takes too long", request.getMethod(), request.getRequestURI());
    later(response, ProblemType.QUERY_TOO_SLOW);
  }

  private void later(HttpServletResponse response, ProblemType type) throws IOException {
    response.setHeader("Retry-After", String.valueOf(RETRY_AFTER.toSeconds()));
    write(response, type, "nothing was recorded");
  }

  @ExceptionHandler
  void unauthenticated(AuthenticationException failure, HttpServletResponse response)
      throws IOException {
    write(response, ProblemType.NOT_SIGNED_IN, "the header WWW-Authenticate says how to sign in");
  }

  @ExceptionHandler
  void forbidden(AccessDeniedException failure, HttpServletResponse response) throws IOException {
    write(response, ProblemType.FORBIDDEN, "your role may not do this");
  }

  @ExceptionHandler
  void methodNotAllowed(
      HttpRequestMethodNotSupportedException failure, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", failure.getHeaders().getFirst("Allow"));
    write(response, ProblemType.METHOD_NOT_ALLOWED, "the header Allow lists what is");
  }

  @ExceptionHandler
  void notAcceptable(HttpMediaTypeNotAcceptableException failure, HttpServletResponse response)
      throws IOException {
    write(response, ProblemType.NOT_ACCEPTABLE, "answers are application/json");
  }

  @ExceptionHandler
  void unsupported(HttpMediaTypeNotSupportedException failure, HttpServletResponse response)
      throws IOException {
    write(
        response,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "send " + MediaType.toString(failure.getSupportedMediaTypes()));
  }

  @ExceptionHandler
  void parameter(MethodArgumentTypeMismatchException failure, HttpServletResponse response)
      throws IOException {
    problems.write(
        response,
        ProblemType.INVALID_PARAMETER,
        "the parameter's value has not its form",
        Map.of("parameter", failure.getName()));
  }

  @ExceptionHandler
  void binding(ServletRequestBindingException failure, HttpServletResponse response)
      throws IOException {
    write(response, ProblemType.INVALID_PARAMETER, "a required parameter or header is missing");
  }

  /** Not from our own bodies, which are read strictly: no or unreadable content. */
  @ExceptionHandler
  void unreadable(HttpMessageNotReadableException failure, HttpServletResponse response)
      throws IOException {
    write(response, ProblemType.MALFORMED_JSON, "the body is absent or unreadable");
  }

  @ExceptionHandler
  void tooSlow(BodyPaceFilter.BodyTooSlow failure, HttpServletResponse response)
      throws IOException {
    BodyPaceFilter.refuse(problems, response);
  }

  @ExceptionHandler
  void clientGone(AsyncRequestNotUsableException failure) {
    log.debug("the client went away", failure);
  }

  @ExceptionHandler
  void anything(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // A lost connection to the database comes unchecked, one to the store as StoreUnavailable: what
    // is left of that kind is of the request's own stream.
    if (failure instanceof IOException
        && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      log.debug("the client went away", failure);
      write(response, ProblemType.BAD_REQUEST, "the body ends too early");
      return;
    }
    HttpStatusCode status =
        failure instanceof ErrorResponse answer
            ? answer.getStatusCode()
            : HttpStatusCode.valueOf(500);
    if (status.value() == 404) {
      write(response, ProblemType.NOT_FOUND, "nothing is at this path");
    } else if (status.is4xxClientError()) {
      write(response, ProblemType.BAD_REQUEST, "the request is not understood");
    } else {
      // The message may quote input, so only the trace's types and places are logged with it off.
      log.error(
          "{} {} failed: {}",
          request.getMethod(),
          request.getRequestURI(),
          failure.getClass().getName(),
          new FailureTrace(failure));
      write(response, ProblemType.INTERNAL, "the failure is in the service's log");
    }
  }

  private void write(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    problems.write(response, type, detail, Map.of());
  }

  private static Map<String, String> pointer(@org.jspecify.annotations.Nullable String pointer) {
    Map<String, String> extra = new LinkedHashMap<>();
    if (pointer != null) {
      extra.put("pointer", pointer);
    }
    return extra;
  }
}
