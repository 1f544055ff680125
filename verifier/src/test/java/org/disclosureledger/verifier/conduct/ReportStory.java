package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.committed;
import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as it is written, changed member by member; and the ledger of REPORTS §8. */
final class ReportStory {
  static final String SUBJECT = "report/00000000-0000-7000-8000-0000000000f1";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  final Story story;
  String subject = SUBJECT;
  String kind = "AD_HOC";
  Instant from = local("2026-01-01T00:00:00");
  Instant to = local("2026-07-01T00:00:00");
  Instant asOf;
  long size;
  @Nullable String root;
  @Nullable UUID previous;
  String rows = "[]";

  /** Each behind it in an entry of its own. */
  final List<String> lists = new ArrayList<>();

  Person who = Person.THU;

  ReportStory(Story story) {
    this.story = story;
    this.asOf = story.now();
    this.size = story.ledger.size();
  }

  static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(LedgerZone.ID).toInstant();
  }

  private String head() {
    String of = root == null ? story.ledger.checkpoint(size).head().root().toBase64() : root;
    return object("size", Long.toString(size), "root", text(of));
  }

  /** Gives the id of the statement. */
  UUID freeze() {
    UUID frozen = freezeAlone();
    listAll(frozen);
    return frozen;
  }

  /** Without the lists that it announces. */
  UUID freezeAlone() {
    String data =
        object(
            "kind",
            text(kind),
            "from",
            time(from),
            "to",
            time(to),
            "asOf",
            time(asOf),
            "head",
            head(),
            "previous",
            previous == null ? null : id(previous),
            "difference",
            committed(),
            "rows",
            rows,
            "lists",
            Integer.toString(lists.size()));
    return story.add(subject, who, "report.frozen.v1", data);
  }

  UUID amend() {
    String data =
        object(
            "asOf",
            time(asOf),
            "head",
            head(),
            "reason",
            committed(),
            "rows",
            rows,
            "lists",
            Integer.toString(lists.size()));
    UUID amended = story.add(subject, who, "report.amended.v1", data);
    listAll(amended);
    return amended;
  }

  private void listAll(UUID statement) {
    for (int i = 0; i < lists.size(); i++) {
      list(statement, i + 1, lists.get(i));
    }
  }

  UUID list(UUID report, int number, String listed) {
    String data = object("report", id(report), "list", Integer.toString(number), "rows", listed);
    return story.add(subject, who, "report.listed.v1", data);
  }

  UUID submit(UUID report) {
    return story.add(
        subject,
        who,
        "report.submitted.v1",
        object(
            "report",
            id(report),
            "recipient",
            text("BO-MAU"),
            "number",
            committed(),
            "receipt",
            committed()));
  }

  /** Goes on to that time of 2026, such as {@code 03-02T08:10:00}. */
  private static void at(Story story, String time) {
    story.later(Duration.between(story.now(), local("2026-" + time)));
  }

  private static RequestStory recorded(
      Story story, String received, String recorded, Demand demand) {
    demand.receivedAt = local("2026-" + received);
    at(story, recorded);
    return story.request().recorded(demand);
  }

  private static Demand demand() {
    return Demand.ordinary(Story.START);
  }

  /** The five requests of REPORTS §8, up to the instant as of which they are counted. */
  static Story example() {
    return example(true);
  }

  /** The same, in which nobody may have had more time for the fourth. */
  static Story example(boolean extension) {
    Story story = Story.withPolicy();
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "agency.registered.v2",
        Payloads.agency(Demand.AGENCY, "2025-03-01", "2026-12-31")
            .replace("\"nameVi\"", "\"province\":\"24\",\"nameVi\""));
    Demand two = demand().item("TRAFFIC_DATA", 2, "10");
    RequestStory first = recorded(story, "03-02T08:00:00", "03-02T08:10:00", two);
    first.verified();
    first.both("acceptance", Payloads.items(Demand.scope(1, BOTH, 8), Demand.scope(2, BOTH, 8)));
    at(story, "03-02T19:59:59");
    first.both("delivery", Payloads.delivery(Demand.part(1, 1, true, BOTH, 3)));
    at(story, "03-03T05:59:59");
    first.both("delivery", Payloads.delivery(Demand.part(2, 1, true, BOTH, 3)));
    first.closed();
    RequestStory second = recorded(story, "03-04T09:00:00", "03-04T11:00:00", demand());
    RequestStory third = recorded(story, "03-05T00:00:00", "03-05T00:05:00", demand());
    at(story, "03-05T06:00:00");
    third.cancelled();
    at(story, "03-05T09:59:59");
    second.both("refusal", Payloads.refusal(1));
    RequestStory fourth = recorded(story, "03-06T07:00:00", "03-06T07:30:00", demand());
    at(story, "03-06T09:00:00");
    UUID asked = fourth.asked();
    at(story, "03-06T15:00:00");
    fourth.add("clarification.received.v1", Payloads.answer(asked));
    fourth.verified().accepted();
    Instant extended = local("2026-03-08T07:00:00");
    if (extension) {
      fourth.extendedTo(fourth.both("extension", Payloads.extension(extended)), extended);
    }
    Demand other = demand();
    other.agency = "TA-MAU";
    recorded(story, "03-07T10:00:00", "03-07T10:00:00", other);
    at(story, "03-07T16:59:59");
    fourth.both("nodata", Payloads.noData(1));
    at(story, "04-01T00:00:00");
    return story;
  }

  /** What was counted by hand from the text. */
  static JsonNode expected() {
    try (InputStream in = ReportStory.class.getResourceAsStream("/reports/example.json")) {
      return MAPPER.readTree(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String rows(Predicate<JsonNode> which) {
    return StreamSupport.stream(expected().spliterator(), false)
        .filter(which)
        .map(MAPPER::writeValueAsString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static boolean isMonth(JsonNode row) {
    return row.path("slice").asString().equals("MONTH");
  }

  /** The report about them, to be frozen ten seconds later; its months in a list. */
  static ReportStory ofExample() {
    return of(example());
  }

  static ReportStory of(Story story) {
    ReportStory report = new ReportStory(story);
    report.rows = rows(row -> !isMonth(row));
    report.lists.add(rows(ReportStory::isMonth));
    story.later(Duration.ofSeconds(10));
    return report;
  }

  /** A month in which nothing came, of a ledger without requests. */
  static ReportStory empty(Story story) {
    ReportStory report = new ReportStory(story);
    report.from = local("2026-01-01T00:00:00");
    report.to = local("2026-02-01T00:00:00");
    report.rows =
        "[{\"slice\":\"ALL\",\"key\":\"\",\"figures\":{}},"
            + "{\"slice\":\"MONTH\",\"key\":\"2026-01\",\"figures\":{}}]";
    return report;
  }

  /** A half-year of such a ledger, which is over by then. */
  static ReportStory halfYear(Story story, int year, int half) {
    int first = 6 * half - 5;
    ReportStory report = new ReportStory(story);
    report.subject = "report/%d-h%d".formatted(year, half);
    report.kind = "HALF_YEAR";
    report.from = local("%d-%02d-01T00:00:00".formatted(year, first));
    report.to = half == 1 ? local(year + "-07-01T00:00:00") : local(year + 1 + "-01-01T00:00:00");
    StringBuilder rows = new StringBuilder("[{\"slice\":\"ALL\",\"key\":\"\",\"figures\":{}}");
    for (int month = first; month < first + 6; month++) {
      rows.append(
          ",{\"slice\":\"MONTH\",\"key\":\"%d-%02d\",\"figures\":{}}".formatted(year, month));
    }
    report.rows = rows.append("]").toString();
    return report;
  }
}
