package org.disclosureledger.service.intake.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.calendarfile.CalendarFile;
import org.disclosureledger.service.calendarfile.WorkingWeek;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.dispatch.AdoptionPreviews;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: one at a time, replaced whole by an iCalendar file. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/calendar",
    produces = MediaType.APPLICATION_JSON_VALUE)
public class CalendarController {
  public static final Set<String> PARAMETERS = Set.of("from", "to", "weekdays", "sessions");
  public static final Set<String> REQUIRED = Set.of("from", "to");

  private final CommandAnswers commands;
  private final LedgerLookup ledgers;
  private final EntryStore store;
  private final AdoptionPreviews adoptions;
  private final RecountPreview preview;

  CalendarController(
      CommandAnswers commands,
      LedgerLookup ledgers,
      EntryStore store,
      AdoptionPreviews adoptions,
      RecountPreview preview) {
    this.commands = commands;
    this.ledgers = ledgers;
    this.store = store;
    this.adoptions = adoptions;
    this.preview = preview;
  }

  /**
   * @param sessions as {@code 07:30-11:30}; none: nobody works
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CalendarDayView(LocalDate date, List<String> sessions, @Nullable String name) {
    static CalendarDayView of(CalendarDay day) {
      return new CalendarDayView(day.date(), texts(day.sessions()), day.name());
    }
  }

  /**
   * @param calendar id of the entry that imported it, which due times counted by it name
   * @param by actor id
   */
  record CalendarView(
      UUID calendar,
      Instant importedAt,
      String by,
      long leafIndex,
      LocalDate from,
      LocalDate to,
      List<Weekday> weekdays,
      List<String> sessions,
      List<CalendarDayView> days) {}

  @PostMapping(consumes = "text/calendar")
  @Operation(
      operationId = "importCalendar",
      summary = "Nhập lịch làm việc · Import the working calendar")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
  ResponseEntity<EntryAccepted> importCalendar(
      @Parameter(hidden = true) Submission submission,
      @Parameter(hidden = true) HttpServletRequest request,
      @RequestBody byte[] file) {
    return commands.ok(submission, command(request, file));
  }

  @PostMapping(path = "/preview", consumes = "text/calendar")
  @Operation(
      operationId = "previewCalendar",
      summary =
          "Xem trước thay đổi thời hạn nếu nhập lịch · What importing a calendar would change")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
  RecountPreview.PreviewView preview(
      @Parameter(hidden = true) Submission submission,
      @Parameter(hidden = true) HttpServletRequest request,
      @RequestBody byte[] file) {
    ImportCalendar command = command(request, file);
    LedgerDescription ledger = ledgers.find(submission.ledger());
    return preview.of(ledger, adoptions.after(ledger, command, submission.caller()));
  }

  private static ImportCalendar command(HttpServletRequest request, byte[] file) {
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    WorkingWeek usual =
        WorkingWeek.usual(Form.date("from", query.day("from")), Form.date("to", query.day("to")));
    String weekdays = query.text("weekdays");
    String sessions = query.text("sessions");
    WorkingWeek week =
        new WorkingWeek(
            usual.from(),
            usual.to(),
            weekdays == null ? usual.weekdays() : WorkingWeek.weekdays(weekdays),
            sessions == null ? usual.sessions() : WorkingWeek.sessions(sessions));
    return new ImportCalendar(CalendarFile.read(text(file), week));
  }

  private static String text(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new InputRefused(ProblemType.UNSUPPORTED_MEDIA_TYPE, "a calendar is in UTF-8");
    }
  }

  @GetMapping
  @Operation(operationId = "getCalendar", summary = "Lịch làm việc · The working calendar")
  ResponseEntity<CalendarView> calendar(@PathVariable String ledger) {
    List<StoredEvent> last = store.latest(ledgers.find(ledger).name(), new StreamId("calendar"), 1);
    if (last.isEmpty() || !(last.getFirst().payload() instanceof CalendarImported calendar)) {
      throw new InputRefused(ProblemType.NOT_FOUND, "no calendar is imported");
    }
    EventHeader header = last.getFirst().header();
    return ResponseEntity.ok()
        .eTag("\"" + header.sequence() + "\"")
        .body(
            new CalendarView(
                header.id(),
                header.recordedTime(),
                header.actor().value(),
                header.leafIndex(),
                calendar.from(),
                calendar.to(),
                calendar.weekdays(),
                texts(calendar.sessions()),
                calendar.days().stream().map(CalendarDayView::of).toList()));
  }

  private static List<String> texts(List<Session> sessions) {
    return sessions.stream().map(session -> session.from() + "-" + session.to()).toList();
  }
}
