package org.disclosureledger.verifier.conduct;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * The events with rules, each with its kind of stream and with who may write it (DOMAIN §1, §6).
 */
enum EventType {
  POLICY_ADOPTED("policy.adopted", Family.POLICY, Doer.OFFICE),
  CALENDAR_IMPORTED("calendar.imported", Family.CALENDAR, Doer.ADMIN),
  RETENTION_ADOPTED("retention.adopted", Family.RETENTION, Doer.OFFICE),
  PERSONAL_DATA_ERASED("personal-data.erased", Family.ACCESS, Doer.APPROVER),

  REQUEST_RECORDED("request.recorded", 2),
  ITEMS_LISTED("items.listed", 1),
  DEADLINE_SET("deadline.set", 2, Doer.COUNTER, false),
  AUTHORITY_VERIFIED("authority.verified", 1),
  AUTHORITY_REFUTED("authority.refuted", 1),
  CLARIFICATION_ASKED("clarification.asked", 1),
  CLARIFICATION_RECEIVED("clarification.received", 1),
  WRITING_CONFIRMED("writing.confirmed", 1, Doer.OFFICER, true),
  WRITING_MISSED("writing.missed", 1, Doer.SYSTEM, true),
  OBSTACLE_REPORTED("obstacle.reported", 1),
  DELIVERY_ACKNOWLEDGED("delivery.acknowledged", 1, Doer.OFFICER, true),
  DELIVERY_FAILED("delivery.failed", 1, Doer.OFFICER, true),
  REQUEST_CANCELLED("request.cancelled", 1),
  REQUEST_CLOSED("request.closed", 1),
  REQUEST_REOPENED("request.reopened", 1, Doer.OFFICER, true),
  REQUEST_LINKED("request.linked", 1, Doer.OFFICER, true),
  ERROR_RECORDED("error.recorded", 1, Doer.OFFICER, true),
  REMINDER_ISSUED("reminder.issued", 1, Doer.SUPERVISOR, true),
  DOCUMENT_ATTACHED("document.attached", 1, Doer.OFFICER, true),
  SIGNATURE_CHECKED("signature.checked", 2, Doer.OFFICER, true),

  ACCEPTANCE_PREPARED("acceptance.prepared", 2, Act.ACCEPTANCE, Step.PREPARED),
  ACCEPTANCE_APPROVED("acceptance.approved", Act.ACCEPTANCE, Step.APPROVED),
  ACCEPTANCE_RETURNED("acceptance.returned", Act.ACCEPTANCE, Step.RETURNED),
  EMERGENCY_PREPARED("emergency.prepared", 2, Act.EMERGENCY, Step.PREPARED),
  EMERGENCY_APPROVED("emergency.approved", Act.EMERGENCY, Step.APPROVED),
  EMERGENCY_RETURNED("emergency.returned", Act.EMERGENCY, Step.RETURNED),
  SCOPE_LISTED("scope.listed", 1),
  REFUSAL_PREPARED("refusal.prepared", Act.REFUSAL, Step.PREPARED),
  REFUSAL_APPROVED("refusal.approved", Act.REFUSAL, Step.APPROVED),
  REFUSAL_RETURNED("refusal.returned", Act.REFUSAL, Step.RETURNED),
  EXTENSION_PREPARED("extension.prepared", Act.EXTENSION, Step.PREPARED),
  EXTENSION_APPROVED("extension.approved", Act.EXTENSION, Step.APPROVED),
  EXTENSION_RETURNED("extension.returned", Act.EXTENSION, Step.RETURNED),
  DELIVERY_PREPARED("delivery.prepared", 2, Act.DELIVERY, Step.PREPARED),
  DELIVERY_LISTED("delivery.listed", 1),
  DELIVERY_DISPATCHED("delivery.dispatched", Act.DELIVERY, Step.APPROVED),
  DELIVERY_RETURNED("delivery.returned", Act.DELIVERY, Step.RETURNED),
  NODATA_PREPARED("nodata.prepared", Act.NODATA, Step.PREPARED),
  NODATA_APPROVED("nodata.approved", Act.NODATA, Step.APPROVED),
  NODATA_RETURNED("nodata.returned", Act.NODATA, Step.RETURNED),
  MEASURE_PREPARED("measure.prepared", Act.MEASURE, Step.PREPARED),
  MEASURE_APPROVED("measure.approved", Act.MEASURE, Step.APPROVED),
  MEASURE_RETURNED("measure.returned", Act.MEASURE, Step.RETURNED),
  CORRECTION_PREPARED("correction.prepared", 2, Act.CORRECTION, Step.PREPARED),
  CORRECTION_LISTED("correction.listed", 1, Doer.OFFICER, true),
  CORRECTION_APPROVED("correction.approved", Act.CORRECTION, Step.APPROVED),
  CORRECTION_RETURNED("correction.returned", Act.CORRECTION, Step.RETURNED),

  AGENCY_REGISTERED("agency.registered", 2, Family.AGENCY, Doer.ADMIN),
  AGENCY_AMENDED("agency.amended", 2, Family.AGENCY, Doer.ADMIN),
  AGENCY_SUCCEEDED("agency.succeeded", Family.AGENCY, Doer.ADMIN),
  CONTACT_VERIFIED("contact.verified", Family.AGENCY, Doer.ADMIN),
  CONTACT_RETIRED("contact.retired", Family.AGENCY, Doer.ADMIN),
  OFFICER_REGISTERED("officer.registered", Family.AGENCY, Doer.ADMIN),
  OFFICER_RETIRED("officer.retired", Family.AGENCY, Doer.ADMIN),

  INSPECTION_RECORDED("inspection.recorded", Family.INSPECTION, Doer.INSPECTOR),
  DRILL_RECORDED("drill.recorded", Family.DRILL, Doer.SUPERVISOR),
  NOTICE_RECORDED("notice.recorded", Family.NOTICE, Doer.OFFICER),
  NOTICE_FORWARDED("notice.forwarded", Family.NOTICE, Doer.OFFICER),
  OVERSIGHT_CORRECTION_PREPARED("oversight.correction.prepared", Step.PREPARED),
  OVERSIGHT_CORRECTION_APPROVED("oversight.correction.approved", Step.APPROVED),
  OVERSIGHT_CORRECTION_RETURNED("oversight.correction.returned", Step.RETURNED),
  RECONCILIATION_RECORDED("reconciliation.recorded", Family.RECONCILIATION, Doer.OFFICER),

  REPORT_FROZEN("report.frozen", Family.REPORT, Doer.SUPERVISOR),
  REPORT_LISTED("report.listed", Family.REPORT, Doer.SUPERVISOR),
  REPORT_AMENDED("report.amended", Family.REPORT, Doer.SUPERVISOR),
  REPORT_SUBMITTED("report.submitted", Family.REPORT, Doer.SUPERVISOR),

  RECORD_VIEWED("record.viewed", 3, Family.ACCESS, Doer.READER),
  RECORD_EXPORTED("record.exported", Family.ACCESS, Doer.VIEWER),
  DISCLOSURE_GRANTED("disclosure.granted", Family.ACCESS, Doer.APPROVER),
  DISCLOSURE_REVOKED("disclosure.revoked", Family.ACCESS, Doer.APPROVER);

  private static final String PREFIX = "org.disclosureledger.";
  private static final Map<String, EventType> BY_TYPE = new HashMap<>();

  /** What was written while requests were recorded in their first version. */
  private static final Set<EventType> FIRST_RELEASE =
      EnumSet.of(
          POLICY_ADOPTED,
          REQUEST_RECORDED,
          ITEMS_LISTED,
          DEADLINE_SET,
          AUTHORITY_VERIFIED,
          AUTHORITY_REFUTED,
          ACCEPTANCE_PREPARED,
          ACCEPTANCE_APPROVED,
          ACCEPTANCE_RETURNED,
          REFUSAL_PREPARED,
          REFUSAL_APPROVED,
          REFUSAL_RETURNED,
          DELIVERY_PREPARED,
          DELIVERY_DISPATCHED,
          DELIVERY_RETURNED,
          DELIVERY_ACKNOWLEDGED,
          DELIVERY_FAILED,
          REQUEST_CLOSED);

  static {
    for (EventType type : values()) {
      for (int version = 1; version <= type.versions; version++) {
        BY_TYPE.put(PREFIX + type.code + ".v" + version, type);
      }
    }
  }

  /** What a stream is about: the first word of its subject. */
  enum Family {
    REQUEST("request"),
    AGENCY("agency"),
    INSPECTION("inspection"),
    DRILL("drill"),
    NOTICE("notice"),
    /** Any of the three before. */
    OVERSIGHT("oversight"),
    RECONCILIATION("reconciliation"),
    REPORT("report"),
    ACCESS("access"),
    POLICY("policy"),
    CALENDAR("calendar"),
    RETENTION("retention");

    private final String word;

    Family(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Which of the three it is; the subject is one of them. */
    static Family ofOversight(String subject) {
      return INSPECTION.isOf(subject) ? INSPECTION : DRILL.isOf(subject) ? DRILL : NOTICE;
    }

    boolean isOf(String subject) {
      if (this == POLICY || this == CALENDAR || this == RETENTION) {
        return subject.equals(word);
      }
      if (this == OVERSIGHT) {
        return INSPECTION.isOf(subject) || DRILL.isOf(subject) || NOTICE.isOf(subject);
      }
      return subject.startsWith(word)
          && subject.length() > word.length()
          && subject.charAt(word.length()) == '/';
    }
  }

  /** Who may do it. */
  enum Doer {
    OFFICER(ActorRole.LEGAL, ActorRole.APPROVER),
    APPROVER(ActorRole.APPROVER),
    SUPERVISOR(ActorRole.SUPERVISOR),
    INSPECTOR(ActorRole.SUPERVISOR, ActorRole.AUDITOR),
    /** Whoever may be shown personal data, a supervisor or auditor by a grant. */
    VIEWER(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR),
    /**
     * These and who keeps the agency register; which of them sees what is for {@link AccessRules}.
     */
    READER(
        ActorRole.LEGAL,
        ActorRole.APPROVER,
        ActorRole.SUPERVISOR,
        ActorRole.AUDITOR,
        ActorRole.ADMIN),
    ADMIN(ActorRole.ADMIN),
    SYSTEM(ActorRole.SYSTEM),
    /** Reference data, which also comes with the program. */
    OFFICE(ActorRole.ADMIN, ActorRole.SYSTEM),
    /** Due times, which follow from what another event says. */
    COUNTER(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.ADMIN, ActorRole.SYSTEM);

    private final Set<ActorRole> roles = EnumSet.noneOf(ActorRole.class);

    Doer(ActorRole... roles) {
      this.roles.addAll(Set.of(roles));
    }

    boolean includes(ActorRole role) {
      return roles.contains(role);
    }
  }

  /** What two people do together. */
  enum Act {
    ACCEPTANCE,
    EMERGENCY,
    REFUSAL,
    EXTENSION,
    DELIVERY,
    NODATA,
    MEASURE,
    CORRECTION
  }

  /** Which of the two. */
  enum Step {
    PREPARED,
    APPROVED,
    RETURNED
  }

  private final String code;
  private final int versions;
  private final Family family;
  private final Doer doer;
  private final boolean afterClose;
  private final @Nullable Act act;
  private final @Nullable Step step;

  EventType(
      String code,
      int versions,
      Family family,
      Doer doer,
      boolean afterClose,
      @Nullable Act act,
      @Nullable Step step) {
    this.code = code;
    this.versions = versions;
    this.family = family;
    this.doer = doer;
    this.afterClose = afterClose;
    this.act = act;
    this.step = step;
  }

  EventType(String code, Family family, Doer doer) {
    this(code, 1, family, doer);
  }

  EventType(String code, int versions, Family family, Doer doer) {
    this(code, versions, family, doer, false, null, null);
  }

  EventType(String code, Step step) {
    this(code, 1, Family.OVERSIGHT, Doer.INSPECTOR, false, null, step);
  }

  EventType(String code, int versions) {
    this(code, versions, Doer.OFFICER, false);
  }

  EventType(String code, int versions, Doer doer, boolean afterClose) {
    this(code, versions, Family.REQUEST, doer, afterClose, null, null);
  }

  EventType(String code, Act act, Step step) {
    this(code, 1, act, step);
  }

  EventType(String code, int versions, Act act, Step step) {
    this(
        code,
        versions,
        Family.REQUEST,
        step == Step.PREPARED ? Doer.OFFICER : Doer.APPROVER,
        act == Act.CORRECTION,
        act,
        step);
  }

  /** Null for a type without rules here. */
  static @Nullable EventType of(String type) {
    return BY_TYPE.get(type);
  }

  /**
   * @param type with its version, of this
   */
  boolean isOfFirstRelease(String type) {
    return type.endsWith(".v1") && FIRST_RELEASE.contains(this);
  }

  /** Without prefix and version, as people write it. */
  String code() {
    return code;
  }

  Family family() {
    return family;
  }

  /**
   * @param subject the stream in which it stands, which is one of its family
   */
  Doer doer(String subject) {
    return family == Family.OVERSIGHT && step != null
        ? OversightRules.doer(Family.ofOversight(subject), step)
        : doer;
  }

  /** Whether nothing has to begin its stream. */
  boolean needsNoBeginning() {
    return switch (family) {
      case POLICY, CALENDAR, RETENTION, ACCESS -> true;
      default -> false;
    };
  }

  /** Whether it is the first of its stream. */
  boolean begins() {
    return switch (this) {
      case REQUEST_RECORDED,
          AGENCY_REGISTERED,
          INSPECTION_RECORDED,
          DRILL_RECORDED,
          NOTICE_RECORDED,
          RECONCILIATION_RECORDED,
          REPORT_FROZEN ->
          true;
      default -> false;
    };
  }

  /** Whether it goes on with what was prepared, in the same append. */
  boolean goesOnWithAct() {
    return this != ITEMS_LISTED && code.endsWith(".listed");
  }

  /** Whether it may come in a closed request whatever it says. */
  boolean isAfterClose() {
    return afterClose;
  }

  /** Null where one person is enough. */
  @Nullable Act act() {
    return act;
  }

  @Nullable Step step() {
    return step;
  }
}
