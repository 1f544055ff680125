package org.disclosureledger.service.story;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Some entries of one stream, in order.
 *
 * @param more whether entries follow that were not read
 */
public record EventPage(List<EventView> events, boolean more) {
  public static final Set<String> PARAMETERS = Set.of("after", "limit");

  private static final int LIMIT = 200;
  private static final int MAX_AFTER = 999_999;

  /**
   * Which entries are asked for.
   *
   * @param after sequence of the last entry already read, or -1
   * @param limit how many to read at most
   */
  public record Asked(long after, int limit) {
    public static Asked by(HttpServletRequest request) {
      QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
      return new Asked(
          query.count("after", -1, 0, MAX_AFTER), query.count("limit", LIMIT, 1, LIMIT));
    }
  }

  public static EventPage of(
      List<StoredEvent> stream, Asked asked, Function<StoredEvent, EventView> view) {
    List<StoredEvent> rest =
        stream.stream().filter(stored -> stored.header().sequence() > asked.after()).toList();
    return new EventPage(
        rest.stream().limit(asked.limit()).map(view).toList(), rest.size() > asked.limit());
  }

  /** Whether a starred value stands in it. */
  public boolean opens() {
    return events.stream().anyMatch(EventView::opens);
  }

  /** The header {@code Link} with {@code rel="next"} (RFC 8288) is there while more follow. */
  public ResponseEntity<List<EventView>> answer(HttpServletRequest request, Asked asked) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (more) {
      answer.header(
          HttpHeaders.LINK,
          "<%s?after=%d&limit=%d>; rel=\"next\""
              .formatted(request.getRequestURI(), events.getLast().sequence(), asked.limit()));
    }
    return answer.body(events);
  }
}
