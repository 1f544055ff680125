package org.disclosureledger.service.attachment;

import org.disclosureledger.service.envelope.RefusalRule;

/** Every rule that can refuse a document, coming or going. */
public enum AttachmentRule implements RefusalRule {
  DOCUMENT_EMPTY(422, "Văn bản rỗng", "The document is empty"),
  DOCUMENT_TOO_LARGE(413, "Văn bản lớn hơn 50 MiB", "The document is larger than 50 MiB"),
  DOCUMENT_IS_ACTIVE(
      415,
      "Không nhận tệp chạy được, tập lệnh hoặc trang web",
      "Programs, scripts and web pages are not taken"),
  DOCUMENT_TYPE_NOT_TAKEN(
      415,
      "Không nhận loại tệp này; hãy gửi PDF, ảnh, ASiC, p7s/p7m, văn bản thuần hoặc CSV",
      "This type of file is not taken; send PDF, an image, ASiC, p7s/p7m, plain text or CSV"),
  REQUEST_NOT_RECORDED(
      404, "Chưa ghi yêu cầu này, hoặc đã xóa", "The request is not recorded, or was erased"),
  DOCUMENT_ERASED(410, "Văn bản đã bị xóa", "The document was erased");

  private final Answer answer;

  AttachmentRule(int status, String titleVi, String titleEn) {
    this.answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
