package org.disclosureledger.service.calendarfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.FormRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
  private static final WorkingWeek YEAR =
      WorkingWeek.usual(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

  private static String file(String... events) {
    StringBuilder text =
        new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//vi\r\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\r\nUID:")
          .append(text.length())
          .append("@example.com\r\nDTSTAMP:20251201T000000Z\r\n")
          .append(event.replace("|", "\r\n"))
          .append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  /** As {@code date=from-to,from-to name}. */
  private static List<String> days(CalendarImported calendar) {
    return calendar.days().stream().map(CalendarFileTest::text).toList();
  }

  private static String text(CalendarDay day) {
    return day.date()
        + "="
        + day.sessions().stream().map(s -> s.from() + "-" + s.to()).collect(Collectors.joining(","))
        + " "
        + day.name();
  }

  private static List<String> read(String... events) {
    return days(CalendarFile.read(file(events), YEAR));
  }

  @Test
  void wholeDaysAreFreeAndSwappedSaturdaysAreWorked() {
    assertThat(
            read(
                "DTSTART;VALUE=DATE:20260216|DTEND;VALUE=DATE:20260221|SUMMARY:Tết Nguyên đán",
                "DTSTART;VALUE=DATE:20260110|SUMMARY:Làm bù|CATEGORIES:Nghỉ,working-day",
                "DTSTART;VALUE=DATE:20260101|SUMMARY:Tết Dương lịch"))
        .containsExactly(
            "2026-01-01= Tết Dương lịch",
            "2026-01-10=07:30-11:30,13:00-17:00 Làm bù",
            "2026-02-16= Tết Nguyên đán",
            "2026-02-17= Tết Nguyên đán",
            "2026-02-18= Tết Nguyên đán",
            "2026-02-19= Tết Nguyên đán",
            "2026-02-20= Tết Nguyên đán");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20260213T113000|20260213T170000|2026-02-13=07:30-11:30",
        "20260213T000000|20260213T120000|2026-02-13=13:00-17:00",
        "20260213T100000|20260213T140000|2026-02-13=07:30-10:00,14:00-17:00",
        "20260213T080000|20260213T090000|2026-02-13=07:30-08:00,09:00-11:30,13:00-17:00",
        "20260213T070000|20260213T235900|2026-02-13=",
        // To midnight, as half a day and as a whole one.
        "20260213T120000|20260214T000000|2026-02-13=07:30-11:30",
        "20260213T000000|20260214T000000|2026-02-13=",
        // The same in universal time.
        "20260213T043000Z|20260213T100000Z|2026-02-13=07:30-11:30"
      })
  void hoursAreTakenOutOfADay(String from, String to, String day) {
    assertThat(read("DTSTART:" + from + "|DTEND:" + to + "|SUMMARY:Nửa ngày"))
        .containsExactly(day + " Nửa ngày");
  }

  @Test
  void hoursOfAWorkedSaturdayAreTakenOutOfItWhateverTheOrderInTheFile() {
    assertThat(
            read(
                "DTSTART:20260110T130000|DTEND:20260110T170000|SUMMARY:Chiều nghỉ",
                "DTSTART;VALUE=DATE:20260110|SUMMARY:Làm bù|CATEGORIES:WORKING-DAY"))
        .containsExactly("2026-01-10=07:30-11:30 Chiều nghỉ");
    assertThat(read("DTSTART:20260214T080000|DTEND:20260214T090000|SUMMARY:Thứ bảy")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Thursday evening to Friday morning, and to the end of a Friday.
        "20260212T160000|20260213T093000|2026-02-12=07:30-11:30,13:00-16:00 2026-02-13=09:30-11:30,13:00-17:00",
        "20260212T160000|20260214T000000|2026-02-12=07:30-11:30,13:00-16:00 2026-02-13=",
        // Over a weekend, on which nobody works anyway.
        "20260213T160000|20260216T080000|2026-02-13=07:30-11:30,13:00-16:00 2026-02-16=08:00-11:30,13:00-17:00"
      })
  void hoursOverMidnightAreTakenOutOfEachDay(String from, String to, String left) {
    assertThat(read("DTSTART:" + from + "|DTEND:" + to))
        .containsExactly(left.replace(" ", " null ").concat(" null").split("(?<=null) "));
  }

  @Test
  void aSaturdayMayBeWorkedForHalfADayAndAHolidayForHours() {
    assertThat(
            read(
                "DTSTART:20260214T073000|DTEND:20260214T113000|CATEGORIES:WORKING-DAY|SUMMARY:Bù",
                "DTSTART:20260214T130000|DTEND:20260214T150000|CATEGORIES:WORKING-DAY|SUMMARY:Bù",
                "DTSTART:20260214T100000|DTEND:20260214T103000|SUMMARY:Họp",
                "DTSTART:20260101T080000|DTEND:20260101T100000|CATEGORIES:WORKING-DAY|SUMMARY:Trực",
                "DTSTART;VALUE=DATE:20260101|SUMMARY:Tết Dương lịch"))
        .containsExactly(
            "2026-01-01=08:00-10:00 Trực", "2026-02-14=07:30-10:00,10:30-11:30,13:00-15:00 Họp");
  }

  @Test
  void workedHoursThatOverlapOrTouchAreRefused() {
    String morning = "DTSTART:20260214T073000|DTEND:20260214T113000|CATEGORIES:WORKING-DAY";
    for (String from : List.of("20260214T113000", "20260214T080000")) {
      String other = "DTSTART:" + from + "|DTEND:20260214T150000|CATEGORIES:WORKING-DAY";
      assertThatThrownBy(() -> read(morning, other)).hasMessageContaining("at that time");
    }
  }

  @Test
  void whatIsNotCoveredOrWasCancelledIsLeftOut() {
    assertThat(
            read(
                "DTSTART;VALUE=DATE:20251231|DTEND;VALUE=DATE:20260102|SUMMARY:Qua năm",
                "DTSTART;VALUE=DATE:20270101|SUMMARY:Năm sau",
                "DTSTART;VALUE=DATE:20260430|SUMMARY:Bỏ|STATUS:CANCELLED"))
        .containsExactly("2026-01-01= Qua năm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DTSTART,VALUE=DATE:20260101|RRULE:FREQ=YEARLY;repeats (RRULE)",
        "DTSTART,VALUE=DATE:20260101|DTEND,VALUE=DATE:20260101;takes 1 to 60 days",
        "DTSTART,VALUE=DATE:20260101|DTEND,VALUE=DATE:20260401;takes 1 to 60 days",
        "DTSTART,VALUE=DATE:20260101|DURATION:P1D;DURATION",
        "DTSTART:20260101T080000;no DTEND",
        "DTSTART:20260101T080000|DTEND:20260101T080000;nobody works",
        "DTSTART:20260101T080000|DTEND:20260303T080000;of 60 days",
        "DTSTART:20260101T080000|DTEND:20260101T090000|CATEGORIES:WORKING-DAY;is worked already",
        "DTSTART:20260103T080000|DTEND:20260103T080000|CATEGORIES:WORKING-DAY;on one day",
        "DTSTART:20260103T220000|DTEND:20260104T020000|CATEGORIES:WORKING-DAY;on one day",
        "DTSTART:20260103T220000|DTEND:20260104T000000|CATEGORIES:WORKING-DAY;until 23:59",
        "DTSTART:20260103T080030|DTEND:20260103T113000|CATEGORIES:WORKING-DAY;whole minutes",
        "DTSTART:20260105T080030|DTEND:20260105T090000;whole minutes",
        "SUMMARY:Không ngày;no DTSTART",
        "DTSTART,VALUE=DATE:20261301;20261301 does not exist",
        "DTSTART,VALUE=DATE:20260230;20260230 does not exist",
        "DTSTART:20260229T080000;does not exist",
        "DTSTART:20260105T240000;does not exist",
        "DTSTART,VALUE=DATE:20260101|DTEND,VALUE=DATE:20260230;does not exist",
        "DTSTART,TZID=Mars/Phobos:20260101T080000;the time zone Mars/Phobos is not known",
        "DTSTART,TZID=:20260101T080000;not known",
        "DTSTART:20260101T080000|DTEND,VALUE=DATE:20260102;a date and a time together",
        "DTSTART,VALUE=DATE:20260101T080000;no date or time",
        "DTSTART,VALUE=PERIOD:20260101;no date or time",
        "DTSTART,VALUE=DATE:20260101|DTSTART,VALUE=DATE:20260102;two of DTSTART",
        "DTSTART:never;no date or time",
        "DTSTART:;no date or time"
      })
  void whatCannotBeReadIsSaid(String event, String why) {
    assertThatThrownBy(() -> read(event.replace(",VALUE", ";VALUE").replace(",TZID", ";TZID")))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(FormRule.MEMBER_INVALID))
        .hasMessageContaining(why)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void oneDayIsNotBothFreeAndWorked() {
    assertThatThrownBy(() ->
            read(
                "DTSTART;VALUE=DATE:20260110|SUMMARY:Nghỉ",
                "DTSTART;VALUE=DATE:20260110|SUMMARY:Làm bù|CATEGORIES:WORKING-DAY"))
        .hasMessageContaining("2026-01-10 is worked by one event and not by another");
  }

  /** What a file says of a zone of its own, an endless repetition among it. */
  private static String withZone(String zone, String event) {
    String own =
        """
        BEGIN:VTIMEZONE
        TZID:%s
        TZURL:http://zones.example/own
        BEGIN:STANDARD
        DTSTART:19700101T000000
        RRULE:FREQ=SECONDLY
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0900
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT\
        """
            .formatted(zone)
            .replace("\n", "\r\n");
    return file(event).replaceFirst("BEGIN:VEVENT", own);
  }

  /** Else a file of 300 bytes takes all memory, and its zones stay as long as the process lives. */
  @Test
  @Timeout(20)
  void aZoneOfTheFilesOwnIsNotWorkedOutAndNotKept() {
    Set<String> before = ZoneId.getAvailableZoneIds();
    String event =
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20260213T113000|DTEND;TZID=Asia/Bangkok:20260213T170000";
    assertThat(days(CalendarFile.read(withZone("Asia/Ho_Chi_Minh", event), YEAR)))
        .as("the file's own zone of that name is nine hours ahead")
        .containsExactly("2026-02-13=07:30-11:30 null");
    refused(
        withZone("Example/Own", event.replace("Asia/Bangkok", "Example/Own")),
        "an event without a name: the time zone Example/Own is not known");
    assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> CalendarFile.read(text, YEAR))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(FormRule.MEMBER_INVALID))
        .hasMessageContaining(why);
  }

  @Test
  void aSecondCalendarInTheFileIsRefused() {
    String one = file("DTSTART;VALUE=DATE:20260101|SUMMARY:Tết Dương lịch");
    refused(one + one, "more than one calendar");
  }

  @Test
  void nestingEnds() {
    int deep = 20_000;
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    text.append("BEGIN:VEVENT\r\n".repeat(deep)).append("END:VEVENT\r\n".repeat(deep));
    refused(text.append("END:VCALENDAR\r\n").toString(), "nested too deeply");
  }

  @Test
  void whatAnAlarmWithinAnEventSaysIsNotTheEvents() {
    assertThat(
            read(
                "DTSTART;VALUE=DATE:20260101|SUMMARY:Tết|BEGIN:VALARM|ACTION:DISPLAY"
                    + "|SUMMARY:Nhắc|DURATION:PT5M|TRIGGER:-PT5M|END:VALARM"))
        .containsExactly("2026-01-01= Tết");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Lễ\\, nghỉ\\; bù>Lễ, nghỉ; bù",
        // Decomposed in the file.
        "Tết>Tết",
        "'  '>null",
        ">null"
      })
  void namesAreAsPeopleWriteThem(String summary, String name) {
    assertThat(read("DTSTART;VALUE=DATE:20260101|SUMMARY:" + summary))
        .containsExactly("2026-01-01= " + name);
  }

  @Test
  void namesAreCutToAsManyCharactersAsAreKept() {
    for (String letter : List.of("ế", "𝐓")) {
      assertThat(read("DTSTART;VALUE=DATE:20260101|SUMMARY:" + letter.repeat(101)))
          .containsExactly("2026-01-01= " + letter.repeat(100));
    }
  }

  /** Time zones of the library say where their newest version is. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Ho_Chi_Minh", "Asia/Bangkok"})
  void nothingIsFetchedForATimeZone(String zone) {
    String event =
        "DTSTART;TZID=%s:20260213T113000|DTEND;TZID=%s:20260213T170000".formatted(zone, zone);
    List<URI> asked = new CopyOnWriteArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Watching(asked));
    try {
      assertThat(days(CalendarFile.read(withZone("Example/Own", event), YEAR)))
          .containsExactly("2026-02-13=07:30-11:30 null");
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
  }

  /** Sees every address that is about to be asked, and lets none be. */
  private static final class Watching extends ProxySelector {
    private final List<URI> asked;

    Watching(List<URI> asked) {
      this.asked = asked;
    }

    @Override
    public List<Proxy> select(URI uri) {
      asked.add(uri);
      return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 1)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    for (String text :
        List.of("", "BEGIN:VCALENDAR", "{}", file(), "x".repeat(CalendarFile.MAX_CHARS + 1))) {
      assertThatThrownBy(() -> CalendarFile.read(text, YEAR)).isInstanceOf(CommandRefused.class);
    }
  }

  @Test
  void anotherWeekIsReadStrictly() {
    assertThat(WorkingWeek.weekdays("MON,SAT")).hasSize(2);
    assertThat(WorkingWeek.sessions("08:00-12:00,13:30-17:30")).hasSize(2);
    for (String bad : List.of("", "monday", "MON,", "MON;TUE")) {
      assertThatThrownBy(() -> WorkingWeek.weekdays(bad)).isInstanceOf(CommandRefused.class);
    }
    for (String bad : List.of("", "08:00", "8-12", "12:00-08:00", "08:00-24:00")) {
      assertThatThrownBy(() -> WorkingWeek.sessions(bad)).isInstanceOf(CommandRefused.class);
    }
  }
}
