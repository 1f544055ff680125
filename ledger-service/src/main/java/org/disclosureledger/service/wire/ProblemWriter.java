package org.disclosureledger.service.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.service.envelope.RefusalRule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problem details (RFC 9457), Vietnamese title first. Straight to the response, past content
 * negotiation: a client that accepts only {@code text/html} still learns what was wrong.
 */
@Component
public class ProblemWriter {
  static final String TYPE_BASE = "https://disclosureledger.example/problems/";
  public static final String MEDIA_TYPE = "application/problem+json";

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param extra further members; none named as a standard one
   */
  void write(
      HttpServletResponse response, RefusalRule rule, String detail, Map<String, String> extra)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", TYPE_BASE + rule.code());
    problem.put("title", rule.titleVi());
    problem.put("titleEn", rule.titleEn());
    problem.put("status", rule.status());
    problem.put("detail", detail);
    problem.putAll(extra);
    byte[] body = json.writeValueAsBytes(problem);
    response.resetBuffer();
    response.setStatus(rule.status());
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
