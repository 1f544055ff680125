package org.disclosureledger.service.intake.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * One agency as it stands after its last entry, folded from its stream: what a command just did is
 * in it. Times are UTC, days of Asia/Ho_Chi_Minh, ends included.
 *
 * @param province two digits; absent for a national agency
 * @param successor who took over, as last said
 * @param successors codes along the chain of successors, nearest first
 * @param contacts the retired ones too
 * @param officers the retired ones too
 * @param sequence of the last entry; also the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgencyDetails(
    String ledger,
    String code,
    AgencyKind kind,
    String kindVi,
    String kindEn,
    @Nullable String province,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable Successor successor,
    List<String> successors,
    List<Contact> contacts,
    List<Officer> officers,
    long sequence) {

  /**
   * Who took over.
   *
   * @param from its first day
   */
  record Successor(String code, LocalDate from) {}

  /**
   * A way to reach the agency.
   *
   * @param value for officers and administrators only; an erased one is absent
   * @param until when it was retired
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Contact(
      UUID contact,
      Channel channel,
      VerificationMethod method,
      boolean emergency,
      Instant since,
      @Nullable Instant until,
      @Nullable String value) {
    @Override
    public String toString() {
      return "Contact[" + contact + "]";
    }
  }

  /**
   * Somebody who may act for the agency.
   *
   * @param name for officers and administrators only; an erased one is absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Officer(
      UUID officer,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable String name,
      @Nullable String position) {
    @Override
    public String toString() {
      return "Officer[" + officer + "]";
    }
  }
}
