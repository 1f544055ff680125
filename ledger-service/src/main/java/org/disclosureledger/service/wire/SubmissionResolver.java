package org.disclosureledger.service.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Makes the {@link Submission} of a command from path, headers and sign-in. */
@Component
class SubmissionResolver implements HandlerMethodArgumentResolver {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
  private static final Pattern STRONG_TAG = Pattern.compile("\"(0|[1-9][0-9]{0,15})\"");

  private final LedgerLookup ledgers;
  private final Callers callers;

  SubmissionResolver(LedgerLookup ledgers, Callers callers) {
    this.ledgers = ledgers;
    this.callers = callers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Submission.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("commands come over HTTP");
    }
    Map<String, String> path = pathVariables(request);
    String ledger = ledgers.find(path.getOrDefault("ledger", "")).name();
    Caller caller = callers.signedIn(ledger);
    String key = key(request);
    Idempotency idempotency =
        key == null
            ? null
            : new Idempotency(caller.actor().value(), key, commandBytes(request, path));
    return new Submission(ledger, caller, idempotency, expectedSequence(request));
  }

  private static @Nullable String key(HttpServletRequest request) {
    List<String> keys = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
    if (keys.isEmpty()) {
      return null;
    }
    if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw new InputRefused(
          ProblemType.INVALID_IDEMPOTENCY_KEY, "one key of 1 to 200 visible ASCII characters");
    }
    return keys.getFirst();
  }

  private static @Nullable Long expectedSequence(HttpServletRequest request) {
    List<String> tags = Collections.list(request.getHeaders("If-Match"));
    if (tags.isEmpty() || tags.equals(List.of("*"))) {
      return null;
    }
    Matcher tag = STRONG_TAG.matcher(tags.getFirst());
    if (tags.size() > 1 || !tag.matches()) {
      throw new InputRefused(
          ProblemType.INVALID_IF_MATCH, "one strong entity tag as this API gives them, or *");
    }
    return Long.valueOf(tag.group(1));
  }

  /** The body as received, and what it was sent to: the same body elsewhere is no repetition. */
  private static byte[] commandBytes(HttpServletRequest request, Map<String, String> path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    String query = request.getQueryString();
    String target = query == null ? pattern : pattern + "?" + query;
    bytes.writeBytes((target + "\n" + new TreeMap<>(path) + "\n").getBytes(StandardCharsets.UTF_8));
    if (request.getAttribute(BodyLimitFilter.BODY) instanceof byte[] body) {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> pathVariables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
  }
}
