package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestFormTest {
  private static final Instant T0 = RequestDraft.T0;

  static Stream<Arguments> refused() {
    return Stream.of(
        line(FormRule.MEMBER_MISSING, draft -> draft.id = missing()),
        line(FormRule.MEMBER_MISSING, draft -> draft.receivedAt = missing()),
        line(FormRule.MEMBER_MISSING, draft -> draft.secrecy = missing()),
        line(
            FormRule.MEMBER_MISSING,
            draft -> draft.items = Arrays.asList(RequestDraft.FIGURES, missing())),
        line(FormRule.MEMBER_INVALID, draft -> draft.documents = List.of("ab")),
        line(FormRule.MEMBER_INVALID, draft -> draft.documents = List.of("AB".repeat(32))),
        line(FormRule.TEXT_TOO_LONG, draft -> draft.subject = "a".repeat(10_001)),
        line(FormRule.TEXT_TOO_LONG, draft -> draft.officer = "a".repeat(1_000_000)),
        line(FormRule.TEXT_MALFORMED, draft -> draft.subject = "a\ud800b"),
        line(FormRule.TEXT_MALFORMED, draft -> draft.subject = "a\u0000b"),
        line(FormRule.TIME_OUT_OF_RANGE, draft -> draft.receivedAt = Instant.MAX),
        line(FormRule.TIME_OUT_OF_RANGE, draft -> draft.dueStated = Instant.MIN),
        line(FormRule.TIME_OUT_OF_RANGE, draft -> draft.documentDate = LocalDate.of(99_999, 1, 1)),
        line(RequestRule.NO_ITEMS, draft -> draft.items = List.of()),
        line(RequestRule.NO_ITEMS, draft -> draft.items = missing()),
        line(
            RequestRule.TOO_MANY_ITEMS,
            draft -> draft.items = Collections.nCopies(501, RequestDraft.FIGURES)),
        line(RequestRule.TOO_MANY_TARGETS, draft -> draft.items = withTargets(1_001)),
        line(
            RequestRule.TOO_MANY_DOCUMENTS,
            draft -> draft.documents = Collections.nCopies(101, "ab".repeat(32))),
        arguments(FormRule.PERIOD_REVERSED, (Executable) () -> new Period(T0, T0)),
        arguments(
            FormRule.COUNT_OUT_OF_RANGE, (Executable) () -> Story.subscribers(List.of(1), 0L)),
        arguments(
            FormRule.COUNT_OUT_OF_RANGE,
            (Executable) () -> Story.subscribers(List.of(1), 1L << 53)),
        arguments(
            FormRule.COUNT_OUT_OF_RANGE, (Executable) () -> Story.subscribers(List.of(0), 1L)),
        arguments(FormRule.COUNT_OUT_OF_RANGE, (Executable) () -> Story.handover(1, -1, false)),
        arguments(
            FormRule.MEMBER_REPEATED, (Executable) () -> Story.subscribers(List.of(1, 1), 1L)),
        arguments(
            FormRule.MEMBER_MISSING,
            (Executable) () -> new ItemScope(1, List.of(), List.of(), null, 1L)),
        arguments(
            RequestRule.GROUND_MISSING,
            (Executable)
                () -> new PrepareRefusal(RequestDraft.ID, List.of(), List.of(), "vì", null)),
        arguments(
            RequestRule.NO_ITEMS,
            (Executable) () -> new PrepareAcceptance(RequestDraft.ID, List.of(), null)));
  }

  private static Arguments line(
      RefusalRule rule, java.util.function.Consumer<RequestDraft> change) {
    return arguments(rule, (Executable) () -> RequestDraft.with(change));
  }

  /** What a JSON binding passes for a member that is absent. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T missing() {
    return null;
  }

  private static List<RequestedItem> withTargets(int count) {
    return List.of(
        new RequestedItem(
            ItemKind.SUBSCRIBER_DATA,
            Collections.nCopies(count, new RequestedTarget("0900000001")),
            List.of(DataField.SUBSCRIBER_NAME),
            null,
            null));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsOutOfFormIsRefusedByItsRule(RefusalRule rule, Executable construction) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, construction::execute);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }

  @Test
  void whatIsExactlyAtTheLimitIsTaken() {
    RecordRequest request =
        RequestDraft.with(draft -> {
          draft.subject = "a".repeat(10_000);
          draft.items = withTargets(1_000);
          draft.documents = Collections.nCopies(100, "ab".repeat(32));
        });
    assertThat(request.subject()).hasSize(10_000);
    assertThat(
            RequestDraft.with(draft -> draft.items = Collections.nCopies(500, RequestDraft.FIGURES))
                .items())
        .hasSize(500);
  }

  @Test
  void textIsComposedAndStripped() {
    RecordRequest request = RequestDraft.with(draft -> draft.officer = " Nguye\u0302\u0303n ");
    assertThat(request.officer()).isEqualTo("Nguy\u1ec5n");
    assertThat(RequestDraft.with(draft -> draft.unit = " \n").unit()).isNull();
  }

  @Test
  void timesAreTakenToTheMillisecond() {
    RecordRequest request = RequestDraft.with(draft -> draft.receivedAt = T0.plusNanos(1_999_999));
    assertThat(request.receivedAt()).isEqualTo(T0.plusMillis(1));
  }

  @Test
  void commandsNeverShowTheirValues() {
    assertThat(List.of(new RequestDraft().build(), Story.refuse(), Story.close()).toString())
        .doesNotContain("Nguyễn", "0900000001", "Phạm vi", "Đã trả lời");
    assertThat(Story.deliver(Story.handover(1, 1, true)).toString()).doesNotContain("cdcd");
  }

  @Test
  void everyRefusalHasACodeATitleInBothLanguagesAndAStatus() {
    for (RequestRule rule : RequestRule.values()) {
      assertThat(rule.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(rule.titleVi()).isNotBlank();
      assertThat(rule.titleEn()).isNotBlank();
      // An unreadable stream is the ledger's own fault.
      int own = rule == RequestRule.STREAM_UNREADABLE ? 500 : 422;
      assertThat(rule.status()).isIn(400, 403, 404, 409, 412, 422, own);
    }
    assertThat(Stream.of(RequestRule.values()).map(RequestRule::titleEn)).doesNotHaveDuplicates();
    assertThat(Stream.of(RequestRule.values()).map(RequestRule::titleVi)).doesNotHaveDuplicates();
  }
}
