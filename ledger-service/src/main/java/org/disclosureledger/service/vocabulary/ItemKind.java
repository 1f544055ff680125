package org.disclosureledger.service.vocabulary;

/** What one item of a request asks for. */
public enum ItemKind implements Labelled {
  SUBSCRIBER_DATA("thông tin thuê bao", "subscriber data"),
  USER_IDENTIFYING_DATA("định danh IP", "identification of an IP address"),
  TRAFFIC_DATA("dữ liệu lưu lượng", "traffic data"),
  STORED_CONTENT("nội dung lưu trữ", "stored content"),
  DOCUMENT("tài liệu", "documents"),
  FIGURES("số liệu", "figures"),
  PHYSICAL_EVIDENCE("tang vật", "physical evidence"),
  TECHNICAL_INFORMATION("công nghệ, kỹ thuật", "technology and technical data"),
  PRESERVATION("bảo quản", "preservation"),
  TAKEDOWN("gỡ bỏ", "takedown"),
  SUSPENSION("ngừng dịch vụ", "suspension of service"),
  MOBILISATION("huy động hạ tầng", "mobilisation of infrastructure"),
  INSPECTION("thanh tra, kiểm tra", "inspection"),
  REPORT("báo cáo", "report"),
  OTHER("khác", "other");

  private final String vi;
  private final String en;

  ItemKind(String vi, String en) {
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
