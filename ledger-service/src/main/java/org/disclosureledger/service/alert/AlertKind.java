package org.disclosureledger.service.alert;

import org.disclosureledger.service.vocabulary.Labelled;

/** Why somebody has to look. */
public enum AlertKind implements Labelled {
  DUE_SOON("Sắp đến hạn", "Due soon"),
  OVERDUE("Quá hạn", "Overdue"),
  CONFIRMATION_MISSED("Quá hạn xác nhận bằng văn bản", "Written confirmation missed"),
  RECOUNT_FAILED("Không tính lại được thời hạn", "A due time cannot be counted again"),
  REPORT_DUE("Sắp đến hạn gửi báo cáo", "Report due"),
  CALENDAR_ENDS("Lịch làm việc sắp hết, cần nhập lịch mới", "The working calendar ends soon"),
  RECIPIENT_REFUSED(
      "Máy chủ thư từ chối một người nhận cảnh báo", "The mail server refuses one who gets alerts"),
  FORGERY_ELSEWHERE(
      "Doanh nghiệp khác nghi yêu cầu giả mạo mang tên cơ quan này",
      "Another enterprise suspects a forged request in this agency's name");

  private final String vi;
  private final String en;

  AlertKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }
}
