package org.disclosureledger.service.viewing;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why personal data is not opened. */
public enum ViewingRule implements RefusalRule {
  PURPOSE_REQUIRED(
      400, "Mở dữ liệu cá nhân phải nêu mục đích", "Say for what purpose personal data is opened"),
  PURPOSE_UNKNOWN(400, "Mục đích không có trong danh mục", "No purpose has this code"),
  PURPOSE_NOT_ALLOWED(
      403, "Vai trò này không xem vì mục đích đó", "Your role does not look for this purpose"),
  EXPORT_TOO_LARGE(
      413, "Tệp giá trị mở vượt quá 64 MiB", "The file of disclosures would have more than 64 MiB"),
  TRACE_BUSY(
      503,
      "Hồ sơ đang được nhiều người mở, xin thử lại",
      "Many are opening this record; try again");

  private final Answer answer;

  ViewingRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
