package org.disclosureledger.service.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedIdentifierTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // telephone numbers
        "0900000001|PHONE|+84900000001",
        "090 000 0001|PHONE|+84900000001",
        "090.000.00.01|PHONE|+84900000001",
        "(090) 000-0001|PHONE|+84900000001",
        "+84 90 000 0001|PHONE|+84900000001",
        "0084900000001|PHONE|+84900000001",
        "84900000001|PHONE|+84900000001",
        "tel:+84-90-0000001|PHONE|+84900000001",
        "Tel: 0900000001|PHONE|+84900000001",
        "０９０００００００１|PHONE|+84900000001",
        "0900\u200b000\u200b001|PHONE|+84900000001",
        "0900\u00a0000\u00a0001|PHONE|+84900000001",
        "024 3825 0000|PHONE|+842438250000",
        "+1 202-555-0143|PHONE|+12025550143",
        "+44 20 7946 0018|PHONE|+442079460018",
        "00442079460018|PHONE|+442079460018",
        // old eleven-digit mobile prefixes are gone, so they are text as written
        "01690000001|TEXT|01690000001",
        "090000000|TEXT|090000000",
        "113|TEXT|113",
        "0900000001 ext 5|TEXT|0900000001 ext 5",
        "0900000001/0900000002|TEXT|0900000001/0900000002",
        "0900000001 - 0900000002|TEXT|0900000001 - 0900000002",
        "+|TEXT|+",
        "+++|TEXT|+++",
        "(((((|TEXT|(((((",
        // e-mail
        "Nguyen.Van.Mau@Example.COM|EMAIL|nguyen.van.mau@example.com",
        "mailto:mau@example.com|EMAIL|mau@example.com",
        "mau+tag@example.com|EMAIL|mau+tag@example.com",
        "m.a.u@example.com|EMAIL|m.a.u@example.com",
        "mau@example.com.|EMAIL|mau@example.com",
        "mẫu@ví-dụ.example|EMAIL|mẫu@xn--v-d-rma6749a.example",
        "MẪU@xn--v-d-rma6749a.EXAMPLE|EMAIL|mẫu@xn--v-d-rma6749a.example",
        "mau@[192.0.2.1]|EMAIL|mau@[192.0.2.1]",
        "@example.com|TEXT|@example.com",
        "mau@|TEXT|mau@",
        "a@b@example.com|TEXT|a@b@example.com",
        "mau@.|TEXT|mau@.",
        "Mẫu <mau@example.com>|TEXT|mẫu <mau@example.com>",
        "a@example.com, b@example.com|TEXT|a@example.com, b@example.com",
        // addresses
        "192.0.2.17|IP|192.0.2.17",
        "IP: 192.0.2.17|IP|192.0.2.17",
        "１９２.０.２.１７|IP|192.0.2.17",
        "::ffff:192.0.2.17|IP|192.0.2.17",
        "::FFFF:C000:0211|IP|192.0.2.17",
        "2001:DB8:0:0:0:0:0:1|IP|2001:db8::1",
        "2001:0db8:0000:0000:0001:0000:0000:0001|IP|2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1|IP|2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1::|IP|2001:db8:0:0:1::",
        "2001:db8::0:1|IP|2001:db8::1",
        "::|IP|::",
        "::1|IP|::1",
        "[2001:db8::1]|IP|2001:db8::1",
        "fe80::1%eth0|IP|fe80::1",
        "[2001:db8::1|TEXT|[2001:db8::1",
        "192.0.2.017|TEXT|192.0.2.017",
        "192.0.2.256|TEXT|192.0.2.256",
        "192.0.2|TEXT|192.0.2",
        "192.0.2.0/24|TEXT|192.0.2.0/24",
        "192.0.2.17:443|TEXT|192.0.2.17:443",
        "2001:db8::1::2|TEXT|2001:db8::1::2",
        "12345::|TEXT|12345::",
        "00:00:5E:00:53:01|TEXT|00:00:5e:00:53:01",
        "12:30|TEXT|12:30",
        // handsets and subscribers
        "490154203237518|IMEI|49015420323751",
        "49-015420-323751-8|IMEI|49015420323751",
        "49 015420 323751 8|IMEI|49015420323751",
        "49015420323751|IMEI|49015420323751",
        "4901542032375103|IMEI|49015420323751",
        "IMEI: 490154203237518|IMEI|49015420323751",
        "imeisv:4901542032375103|IMEI|49015420323751",
        "IMEI 490154203237518|TEXT|imei 490154203237518",
        "490154203237519|IMSI|490154203237519",
        "452011234567890|IMSI|452011234567890",
        "IMSI: 452 01 1234567890|IMSI|452011234567890",
        "imsi:490154203237518|IMSI|490154203237518",
        "152011234567890|TEXT|152011234567890",
        "4111111111111111|TEXT|4111111111111111",
        "49015420323751833|TEXT|49015420323751833",
        "490154203237x18|TEXT|490154203237x18",
        // anything else
        "  Nguyễn   Văn  Mẫu |TEXT|nguyễn văn mẫu",
        "NGUYỄN VĂN MẪU|TEXT|nguyễn văn mẫu",
        "Straße|TEXT|strasse",
        "ΟΔΟΣ|TEXT|οδος",
        "@tai-khoan.mau|TEXT|@tai-khoan.mau",
        "=1+1|TEXT|=1+1",
        "'; DROP TABLE lookup; --|TEXT|'; drop table lookup; --",
        "fb:100000000000001|TEXT|fb:100000000000001",
      })
  void oneSpellingForEveryWayToWriteIt(String text, IdentifierKind kind, String value) {
    NormalisedIdentifier identifier = NormalisedIdentifier.of(text);
    assertThat(identifier.kind() + " " + identifier.value()).isEqualTo(kind + " " + value);
  }

  @Test
  void decomposedAndComposedLettersMeet() {
    String name = "Nguyễn Thị Mẫu";
    assertThat(NormalisedIdentifier.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
        .isEqualTo(NormalisedIdentifier.of(name));
    String address = "mẫu@ví-dụ.example";
    assertThat(NormalisedIdentifier.of(Normalizer.normalize(address, Normalizer.Form.NFD)))
        .isEqualTo(NormalisedIdentifier.of(address));
  }

  @Test
  void nothingStopsItAndWhatIsNormalisedStaysAsItIs() {
    long seed = new Random().nextLong();
    System.out.println("normalised identifier: seed " + seed);
    Random random = new Random(seed);
    String alphabet =
        "0123456789+-./:@[]%() abcdefXZÀắ\u0130ß\u200b\u202e\u0000\n\t=,;<>'\"٣９\ud83d";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(24);
      for (int c = 0; c < length; c++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      NormalisedIdentifier once = NormalisedIdentifier.of(text.toString());
      if (once.kind() != IdentifierKind.TEXT && once.kind() != IdentifierKind.IMEI) {
        assertThat(NormalisedIdentifier.of(once.value())).as("%s", text).isEqualTo(once);
      }
    }
  }

  @Test
  void aDomainOfTooManyDotsIsNone() {
    assertThat(NormalisedIdentifier.of("a@b.").value()).isEqualTo("a@b");
    assertThat(NormalisedIdentifier.of("a@b\u3002").value()).isEqualTo("a@b");
    assertThat(NormalisedIdentifier.of("a@b..").kind()).isEqualTo(IdentifierKind.TEXT);
    assertThat(NormalisedIdentifier.of("(@)..").kind()).isEqualTo(IdentifierKind.TEXT);
  }

  @Test
  void aVeryLongTextIsText() {
    for (String piece : new String[] {"0", "+", "a@", ":", "1.", "[", " ", "\u0301"}) {
      assertThat(NormalisedIdentifier.of(piece.repeat(100_000)).kind())
          .isEqualTo(IdentifierKind.TEXT);
    }
  }

  @Test
  void theClearValueIsNotPrinted() {
    assertThat(NormalisedIdentifier.of("0900000001")).hasToString("NormalisedIdentifier[PHONE]");
    assertThat(NormalisedDocumentNumber.of("0001/CV-MAU"))
        .hasToString("NormalisedDocumentNumber[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0001/CV-MAU|0001/CV-MAU",
        " 0001 / cv - mau |0001/CV-MAU",
        "0001/CV–MAU|0001/CV-MAU",
        "0001/cv-mẫu|0001/CV-MẪU",
        "0001\u00a0/\u200bCV-MẪU|0001/CV-MẪU",
        "0001/QĐ-đt|0001/QĐ-ĐT",
        "Số 0001|SỐ 0001",
        "12 . 3 , 4|12.3,4",
        "1/CV-MAU|1/CV-MAU",
        "``|``",
      })
  void oneSpellingForADocumentNumber(String text, String value) {
    assertThat(NormalisedDocumentNumber.of(text).value()).isEqualTo(value);
  }
}
