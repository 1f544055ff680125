package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people do with requests, agencies and oversight, with a marker in every member that the
 * ledger commits to instead of saying it.
 */
final class MarkedStory {
  static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String AGENCY = "/agencies/CQ-MAU-7391";
  private static final int MANY = 300;

  private final ServiceProcess service;
  private final Markers markers;
  private final List<String> places = new ArrayList<>();

  MarkedStory(ServiceProcess service, Markers markers) {
    this.service = service;
    this.markers = markers;
  }

  /** Where what was recorded is read: paths of requests, agencies, oversight, comparisons. */
  List<String> places() {
    return List.copyOf(places);
  }

  void tell() throws IOException {
    String contact = agency();
    String first = recorded("\"channel\":\"EMAIL\"", 2);
    documents(first);
    asked(first, contact);
    answered(first);
    corrected(first);
    emergency(contact);
    takenBack();
    ofManyItems(contact);
    oversight();
    reconciled();
  }

  private String m(String member) {
    return "\"" + member + "\":\"" + markers.text(member) + "\"";
  }

  private String d(String member) {
    return "\"" + member + "\":\"" + markers.digest() + "\"";
  }

  private Reply done(String user, String path, String body) throws IOException {
    Reply reply = service.client(user).post(path, body);
    assertThat(reply.accepted()).as("%s by %s: %s %s", path, user, body, reply).isTrue();
    return reply;
  }

  private String event(String user, String path, String body) throws IOException {
    return done(user, path, body).json().path("eventId").asString();
  }

  private String agency() throws IOException {
    done(
        "admin",
        LEDGER + "/agencies",
        """
        {"code":"CQ-MAU-7391","kind":"COURT","nameVi":"Tòa án Mẫu","nameEn":"Sample court",
         "validFrom":"2025-03-01"}\
        """);
    String telephone = "{\"channel\":\"TELEPHONE\",\"method\":\"CALL_BACK\",%s}";
    String contact =
        event("admin", LEDGER + AGENCY + "/verify-contact", telephone.formatted(m("value")));
    done(
        "admin",
        LEDGER + AGENCY + "/register-officer",
        "{%s,%s,\"validFrom\":\"2026-01-01\"}".formatted(m("name"), m("position")));
    places.add(LEDGER + AGENCY);
    return contact;
  }

  private String items(int count) {
    return IntStream.range(0, count)
        .mapToObj(n ->
            "{\"kind\":\"SUBSCRIBER_DATA\",\"targets\":[{%s}],\"fields\":[\"SUBSCRIBER_NAME\"]}"
                .formatted(m("identifier")))
        .collect(Collectors.joining(","));
  }

  /** A request of so many items for data, and one to preserve. */
  private String recorded(String channel, int items) throws IOException {
    String paper = channel.contains("TELEPHONE") ? "" : m("documentNumber") + ",";
    String body =
        """
        {"receivedAt":"%s",%s,%s
         "requestingAgency":{"code":"CQ-MAU-7391","kind":"COURT",%s},%s,%s,
         "caseType":"CRIMINAL","urgency":"NORMAL","secrecy":"NORMAL","items":[%s]}\
        """
            .formatted(
                Requests.anHourAgo(),
                channel,
                paper,
                m("unit"),
                m("officer"),
                m("subject"),
                items(items)
                    + ",{\"kind\":\"PRESERVATION\",\"targets\":[{"
                    + m("identifier")
                    + "}],\"fields\":[\"SUBSCRIBER_NAME\"]}");
    Reply reply = done("legal", Requests.path("demo"), body);
    String path = Requests.path("demo") + "/" + reply.json().path("requestId").asString();
    places.add(path);
    return path;
  }

  private void documents(String request) throws IOException {
    Reply attached =
        service
            .client("legal")
            .post(
                request + "/documents?purpose=DEMAND",
                BodyPublishers.ofString("%PDF-1.4 " + markers.text("content")),
                Map.of(
                    "Content-Type",
                    "application/octet-stream",
                    "Content-Disposition",
                    "attachment; filename=\"" + markers.text("name") + ".pdf\""));
    assertThat(attached.accepted()).as("%s", attached).isTrue();
  }

  private void asked(String request, String contact) throws IOException {
    done(
        "legal",
        request + "/verify-authority",
        "{\"method\":\"SEAL_OR_DOCUMENT\",\"outcome\":\"REFUTED\",%s}".formatted(m("note")));
    String question = event("legal", request + "/ask-clarification", "{" + m("question") + "}");
    done(
        "legal",
        request + "/receive-clarification",
        "{\"asked\":\"%s\",\"outcome\":\"ANSWERED\",%s}".formatted(question, m("answer")));
    verified(request, contact);
    done("legal", request + "/report-obstacle", "{\"items\":[1]," + m("reason") + "}");
    done("supervisor", request + "/issue-reminder", "{" + m("text") + "}");
    Instant due = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    twice(request, "extension", "{\"due\":\"" + due + "\",\"consent\":true,%s}", "reason");
  }

  private void verified(String request, String contact) throws IOException {
    done(
        "legal",
        request + "/verify-authority",
        "{\"method\":\"CALL_BACK\",\"contact\":\"%s\",\"outcome\":\"VERIFIED\",%s}"
            .formatted(contact, m("note")));
  }

  /** Prepared and sent back, prepared again and approved. Answers with the approval's event. */
  private String twice(String request, String act, String template, String... members)
      throws IOException {
    for (int round = 0; ; round++) {
      Object[] marked = Arrays.stream(members).map(this::member).toArray();
      String prepared = event("legal", request + "/prepare-" + act, template.formatted(marked));
      String decision = "\"prepared\":\"" + prepared + "\"";
      if (round == 1) {
        return event("approver", request + "/approve-" + act, "{" + decision + "}");
      }
      done("approver", request + "/return-" + act, "{%s,%s}".formatted(decision, m("reason")));
    }
  }

  private String member(String member) {
    return member.equals("digest") ? d(member) : m(member);
  }

  private static String accept(int item) {
    return ("{\"item\":%d,\"targets\":[1],\"fields\":[\"SUBSCRIBER_NAME\"],"
            + "\"maximumRecords\":1}")
        .formatted(item);
  }

  private String handOver(int item) {
    return ("{\"item\":%d,\"last\":true,\"targets\":[1],\"fields\":[\"SUBSCRIBER_NAME\"],"
            + "\"recordCount\":1,%s,\"size\":10}")
        .formatted(item, d("digest"));
  }

  private void answered(String request) throws IOException {
    String all =
        IntStream.rangeClosed(1, 3).mapToObj(MarkedStory::accept).collect(Collectors.joining(","));
    twice(request, "acceptance", "{\"items\":[" + all + "]}");
    twice(request, "no-data", "{\"items\":[2],%s}", "search");
    twice(
        request,
        "measure",
        "{\"measure\":\"PRESERVE\",\"item\":3,\"targets\":[1],\"from\":\"%s\",%s,%s}"
            .formatted(Requests.anHourAgo(), "%s", "%s"),
        "order",
        "scope");
    received(request, delivered(request), "FAILED");
    String delivery = delivered(request);
    received(request, delivery, "ACKNOWLEDGED");
    done(
        "legal",
        request + "/record-error",
        ("{\"event\":\"%s\",\"items\":[1],\"cause\":\"EXCESS\",\"severity\":\"REPORTABLE\",%s}")
            .formatted(delivery, m("description")));
    done("legal", request + "/close", "{" + m("reason") + "}");
    done(
        "legal",
        request + "/reopen",
        "{\"items\":[2],%s,%s}".formatted(m("reason"), d("document")));
    twice(request, "refusal", "{\"grounds\":[\"NOT_HELD\"],%s}", "reason");
  }

  private String delivered(String request) throws IOException {
    return twice(
        request,
        "delivery",
        "{\"channel\":\"PORTAL\",%s,\"items\":[{\"item\":1,\"last\":true,\"targets\":[1],"
            + "\"fields\":[\"SUBSCRIBER_NAME\"],\"recordCount\":1,%s,\"size\":10}]}",
        "recipient",
        "digest");
  }

  private void received(String request, String delivery, String outcome) throws IOException {
    done(
        "legal",
        request + "/record-receipt",
        "{\"delivery\":\"%s\",\"outcome\":\"%s\",%s,%s}"
            .formatted(delivery, outcome, m("signer"), d("minutes")));
  }

  private void corrected(String request) throws IOException {
    String recorded =
        service.client("legal").get(request + "/events").json().path(0).path("id").asString();
    twice(
        request,
        "correction",
        ("{\"corrects\":\""
            + recorded
            + "\",\"cause\":\"WRONG_IDENTIFIER\",%s,%s,"
            + "\"severity\":\"REPORTABLE\",\"changes\":{%s,%s,%s,\"priority\":\"HIGH\"}}"),
        "reason",
        "statement",
        "subject",
        "officer",
        "documentNumber");
  }

  private void emergency(String contact) throws IOException {
    String request = recorded("\"channel\":\"TELEPHONE\",\"emergency\":true", 1);
    verified(request, contact);
    twice(request, "emergency", "{\"items\":[" + accept(1) + "]}");
    done(
        "legal",
        request + "/confirm-in-writing",
        "{%s,\"documentDate\":\"2026-01-06\",%s}".formatted(m("documentNumber"), d("digest")));
  }

  private void takenBack() throws IOException {
    String request = recorded("\"channel\":\"PORTAL\"", 1);
    done("legal", request + "/cancel", "{%s,%s}".formatted(m("reason"), d("document")));
  }

  /** More than one entry holds. */
  private void ofManyItems(String contact) throws IOException {
    String request = recorded("\"channel\":\"PORTAL\"", MANY);
    verified(request, contact);
    String all =
        IntStream.rangeClosed(1, MANY)
            .mapToObj(MarkedStory::accept)
            .collect(Collectors.joining(","));
    twice(request, "acceptance", "{\"items\":[" + all + "]}");
    String handed =
        IntStream.rangeClosed(1, MANY).mapToObj(this::handOver).collect(Collectors.joining(","));
    twice(
        request, "delivery", "{\"channel\":\"PORTAL\",%s,\"items\":[" + handed + "]}", "recipient");
  }

  private void oversight() throws IOException {
    String period = "\"from\":\"2026-10-05\",\"to\":\"2026-10-06\"";
    told(
        "supervisor",
        "auditor",
        "inspection",
        "{%s,%%s,%%s}".formatted(period),
        "subject",
        "findings");
    told("supervisor", null, "drill", "{%s,%%s,%%s}".formatted(period), "subject", "findings");
    String notice =
        "{\"receivedAt\":\"%s\",\"channel\":\"EMAIL\",\"by\":\"CITIZEN\",%%s,%%s}"
            .formatted(Requests.anHourAgo());
    String at = told("legal", "approver", "notice", notice, "subject", "informant");
    done("legal", at + "/forward", "{\"agency\":\"CQ-MAU-7391\",%s}".formatted(d("document")));
  }

  /**
   * Recorded, and a correction of it prepared and sent back.
   *
   * @param second null where no second person of that role is at hand
   */
  private String told(
      String first, @Nullable String second, String kind, String template, String... members)
      throws IOException {
    Reply recorded = done(first, LEDGER + "/" + kind + "s", filled(template, members));
    String at = recorded.header("Location");
    places.add(at);
    String prepared =
        event(
            first,
            at + "/prepare-correction",
            "{\"corrects\":%s,%s,\"%s\":%s}"
                .formatted(
                    recorded.json().path("eventId"), m("reason"), kind, filled(template, members)));
    if (second != null) {
      done(
          second,
          at + "/return-correction",
          "{\"prepared\":\"%s\",%s}".formatted(prepared, m("reason")));
    }
    return at;
  }

  private String filled(String template, String... members) {
    return template.formatted(Arrays.stream(members).map(this::member).toArray());
  }

  private void reconciled() throws IOException {
    String list =
        "number,date,received\r\n%s,2026-03-02,%s\r\n"
            .formatted(markers.text("number"), "2026-03-02T02:00:00Z");
    Reply reply =
        service
            .client("legal")
            .post(
                LEDGER + "/reconciliations?agency=CQ-MAU-7391&from=2026-01-01&to=2026-06-30",
                BodyPublishers.ofString(list),
                Map.of("Content-Type", "text/csv;charset=UTF-8"));
    assertThat(reply.accepted()).as("%s", reply).isTrue();
    places.add(reply.header("Location"));
  }

  /** An id of no request. */
  static String nowhere() {
    return Requests.path("demo") + "/" + new UUID(0x4000L, Long.MIN_VALUE | 7391);
  }
}
