package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.service.envelope.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
  private static final String DER_SIGNED = "3082100006092a864886f70d010702a0";

  private final MediaTypes types = new MediaTypes();

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refused(AttachmentRule rule, byte[] bytes, @Nullable String name) {
    assertThatThrownBy(() -> types.detect(bytes, name))
        .as("%s", name)
        .isInstanceOfSatisfying(
            CommandRefused.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "255044462d312e37, application/pdf",
    "89504e470d0a1a0a, image/png",
    "ffd8ffe000104a46, image/jpeg",
    "49492a00, image/tiff",
    "4d4d002a, image/tiff",
    "524946460000000057454250, image/webp",
  })
  void aDocumentIsKnownByItsBytesWhateverItsName(String start, String type) {
    byte[] bytes = TestDocuments.hex(start, 64);

    assertThat(types.detect(bytes, null)).isEqualTo(type);
    assertThat(types.detect(bytes, "công văn số 1.bin")).isEqualTo(type);
  }

  @Test
  void asicContainersAndSignaturesAreTaken() throws IOException {
    for (String kind : new String[] {"e", "s"}) {
      String type = "application/vnd.etsi.asic-" + kind + "+zip";
      byte[] container = TestDocuments.zip(type, "công-văn.pdf", "META-INF/signature.p7s");
      assertThat(types.detect(container, null)).isEqualTo(type);
      assertThat(types.detect(container, "a.zip")).isEqualTo(type);
    }
    byte[] cms = TestDocuments.hex(DER_SIGNED, 64);
    assertThat(types.detect(cms, "công-văn.pdf.p7s")).isEqualTo("application/pkcs7-signature");
    assertThat(types.detect(cms, null)).isEqualTo("application/pkcs7-signature");
    assertThat(types.detect(cms, "công-văn.p7m")).startsWith("application/pkcs7-");
  }

  @Test
  void aContainerIsKnownByItsSignatureEntryWhereItHasNoMimetype() throws IOException {
    assertThat(types.detect(TestDocuments.zip("", "a.txt", "META-INF/signature.p7s"), null))
        .isEqualTo("application/vnd.etsi.asic-s+zip");
    assertThat(types.detect(TestDocuments.zip("", "META-INF/signatures001.xml", "a.txt"), "a.zip"))
        .isEqualTo("application/vnd.etsi.asic-e+zip");
    byte[] program =
        TestDocuments.zip("", "a.class", "META-INF/signature.p7s", "META-INF/MANIFEST.MF");
    refused(AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN, program, "a.asice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf", "a.png", "a.tiff", "a.asice", "a.asics", "a.p7s", "a.p7m"})
  void aNameMakesNothingElseOfATextOrOfUnknownBytes(String name) {
    assertThat(types.detect(text("Không phải PDF"), name)).isEqualTo("text/plain");
    refused(
        AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN, TestDocuments.hex("00010203fffefdfc", 64), name);
  }

  @Test
  void aZipIsNoContainerByItsName() throws IOException {
    for (String name : new String[] {"a.asice", "a.asics", "a.sce"}) {
      refused(AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN, TestDocuments.zip("", "word/a.xml"), name);
    }
  }

  @Test
  void aSignatureIsOneOrTheOtherKindByItsName() {
    for (String start : new String[] {DER_SIGNED, "308006092a864886f70d010702a080"}) {
      byte[] cms = TestDocuments.hex(start, 64);
      assertThat(types.detect(cms, "a.p7s")).isEqualTo("application/pkcs7-signature");
      assertThat(types.detect(cms, "a.p7m")).isEqualTo("application/pkcs7-mime");
      assertThat(types.detect(cms, "a.pdf")).startsWith("application/pkcs7-");
    }
  }

  @Test
  void plainTextAndCsvAreTaken() {
    assertThat(types.detect(text("Danh sách kèm theo: 0900000001"), null)).isEqualTo("text/plain");
    assertThat(types.detect(text("số,ngày\n0900000001,2026-11-21\n"), "ds.csv"))
        .isEqualTo("text/csv");
  }

  @Test
  void programsScriptsAndWebPagesAreRefused() {
    AttachmentRule active = AttachmentRule.DOCUMENT_IS_ACTIVE;
    refused(active, TestDocuments.hex("4d5a9000", 300), null);
    refused(active, TestDocuments.hex("4d5a9000", 300), "công-văn.pdf");
    refused(active, TestDocuments.hex("7f454c460201010000000000000000000200", 64), null);
    refused(active, text("#!/bin/sh\nrm -rf .\n"), null);
    refused(active, text("<!DOCTYPE html><html><body>x</body></html>"), null);
    refused(active, text("<html><script>alert(1)</script></html>"), "a.pdf");
    refused(
        active,
        text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        "hình.svg");
    refused(active, text("xin chào"), "a.bat");
    refused(active, text("xin chào"), "thư mục/công văn.JS");
    refused(active, text("xin chào"), "thư mục\\a.html");
    refused(active, TestDocuments.hex("255044462d312e37", 64), "công-văn.pdf.exe");
  }

  @Test
  void otherTypesAreRefusedByTheirName() throws IOException {
    AttachmentRule other = AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN;
    refused(other, TestDocuments.zip("", "a.txt"), null);
    refused(other, TestDocuments.zip("", "word/document.xml"), "công-văn.docx");
    refused(other, TestDocuments.hex("d0cf11e0a1b11ae1", 600), "công-văn.doc");
    refused(other, text("<?xml version=\"1.0\"?><a/>"), null);
    refused(other, TestDocuments.hex("00010203", 64), "a.pdf.unknown");
    assertThatThrownBy(() -> types.detect(TestDocuments.zip("", "a.txt"), "a.zip"))
        .hasMessageContaining("application/zip");
  }

  @Test
  void aNameDoesNotMakeADocumentOfOtherBytes() {
    refused(AttachmentRule.DOCUMENT_TYPE_NOT_TAKEN, TestDocuments.hex("1f8b0800", 64), "a.pdf");
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasATitleInBothLanguages(AttachmentRule rule) {
    assertThat(rule.titleVi()).isNotBlank().isNotEqualTo(rule.titleEn());
    assertThat(rule.titleEn()).isNotBlank();
    assertThat(rule.status()).isBetween(400, 499);
  }
}
