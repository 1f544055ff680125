package org.disclosureledger.service.vocabulary;

/** Why a request is refused; a refusal names at least one. */
public enum RefusalGround implements Labelled {
  NOT_COMPETENT("cơ quan không có thẩm quyền", "the agency is not competent"),
  NOT_AUTHENTICATED("chưa xác thực được yêu cầu", "the request could not be authenticated"),
  SUSPECTED_FORGED("nghi giả mạo", "suspected forgery"),
  NO_LEGAL_BASIS("không có căn cứ pháp lý", "no legal basis"),
  INCOMPLETE("yêu cầu chưa đầy đủ", "incomplete"),
  MANIFEST_ERROR("sai sót rõ ràng", "manifest error"),
  INSUFFICIENT_IDENTIFIER("thông tin định danh không đủ", "identifier insufficient"),
  OVERBROAD("phạm vi quá rộng", "too broad"),
  WRONG_ADDRESSEE("gửi sai nơi nhận", "wrong addressee"),
  NOT_HELD("không lưu giữ dữ liệu", "data not held"),
  RETENTION_EXPIRED("hết thời hạn lưu trữ", "retention period over"),
  DE_FACTO_IMPOSSIBLE("không thể thực hiện trên thực tế", "impossible in fact"),
  CONFLICT_OF_LAW("xung đột pháp luật", "conflict of law"),
  DUPLICATE("trùng yêu cầu", "duplicate"),
  OTHER("khác", "other");

  private final String vi;
  private final String en;

  RefusalGround(String vi, String en) {
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
