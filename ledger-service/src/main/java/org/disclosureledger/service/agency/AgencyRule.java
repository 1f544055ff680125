package org.disclosureledger.service.agency;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules of the agency register; those of form are {@code FormRule}'s. */
public enum AgencyRule implements RefusalRule {
  ROLE_NOT_ALLOWED(403, "Vai trò này không được làm việc đó", "This role may not do that"),
  AGENCY_NOT_FOUND(404, "Không có cơ quan này trong danh bạ", "There is no such agency"),
  AGENCY_EXISTS(409, "Cơ quan này đã có trong danh bạ", "This agency is already registered"),
  STALE_VERSION(
      412, "Cơ quan đã thay đổi từ lần xem trước", "The agency has changed since it was read"),
  DATES_REVERSED(
      422, "Ngày kết thúc trước ngày bắt đầu hiệu lực", "It would end before it has begun"),
  SUCCESSOR_ITSELF(
      422, "Cơ quan không thể kế thừa chính mình", "An agency cannot succeed to itself"),
  SUCCESSOR_OVERLAPPED(
      409,
      "Hiệu lực chồng lên cơ quan kế thừa",
      "The agency would still be valid when its successor begins"),
  VALIDITY_ENDED(409, "Cơ quan đã hết hiệu lực", "The agency's validity has ended"),
  CONTACT_UNKNOWN(422, "Không có đầu mối liên hệ này", "The agency has no such contact"),
  CONTACT_RETIRED(409, "Đầu mối liên hệ đã ngừng dùng", "The contact is already retired"),
  TOO_MANY_CONTACTS(409, "Quá nhiều đầu mối liên hệ", "The agency has too many contacts"),
  OFFICER_UNKNOWN(422, "Không có cán bộ này", "The agency has no such officer"),
  OFFICER_RETIRED(409, "Cán bộ đã thôi nhiệm vụ", "The officer is already retired"),
  TOO_MANY_OFFICERS(409, "Quá nhiều cán bộ", "The agency has too many officers");

  private final Answer answer;

  AgencyRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
