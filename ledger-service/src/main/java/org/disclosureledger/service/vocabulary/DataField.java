package org.disclosureledger.service.vocabulary;

/** One kind of datum that can be asked for, approved and delivered. */
public enum DataField implements Labelled {
  SUBSCRIBER_NAME("họ tên thuê bao", "subscriber name"),
  DATE_OF_BIRTH("ngày sinh", "date of birth"),
  IDENTITY_DOCUMENT("giấy tờ tùy thân", "identity document"),
  POSTAL_ADDRESS("địa chỉ", "postal address"),
  PHONE_NUMBER("số điện thoại", "phone number"),
  EMAIL_ADDRESS("địa chỉ thư điện tử", "e-mail address"),
  ACCOUNT_NAME("tên tài khoản", "account name"),
  REGISTRATION_RECORD("hồ sơ đăng ký", "registration record"),
  PAYMENT_RECORD("thông tin thanh toán", "payment record"),
  IP_ADDRESS("địa chỉ IP", "IP address"),
  IP_ASSIGNMENT("cấp phát IP và cổng", "IP and port assignment"),
  LOGIN_HISTORY("lịch sử đăng nhập", "login history"),
  DEVICE_IDENTIFIER("định danh thiết bị", "device identifier"),
  CALL_RECORD("chi tiết cuộc gọi", "call record"),
  MESSAGE_RECORD("chi tiết tin nhắn", "message record"),
  CELL_LOCATION("vị trí trạm gốc", "cell location"),
  STORED_CONTENT("nội dung lưu trữ", "stored content"),
  DOCUMENT_COPY("bản sao tài liệu", "copy of a document"),
  FIGURE("số liệu", "figure"),
  PHYSICAL_OBJECT("vật", "physical object"),
  TECHNICAL_DESCRIPTION("mô tả kỹ thuật", "technical description"),
  CONFIRMATION("xác nhận thực hiện", "confirmation of what was done"),
  OTHER("khác", "other");

  private final String vi;
  private final String en;

  DataField(String vi, String en) {
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
