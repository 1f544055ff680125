package org.disclosureledger.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.viewing.Purposes;
import org.disclosureledger.service.vocabulary.ViewPurpose;

/** {@code docs/access.md}: who may do what, in words that a newcomer can read. */
final class AccessPage {
  static final List<ActorRole> ROLES =
      Stream.of(ActorRole.values()).filter(role -> role != ActorRole.SYSTEM).toList();

  private static final String INTRO =
      """
      # Who may do what · Ai được làm gì

      This page is computed by a test (`AccessPageTest`) from the one table of rights in the code,
      `AccessPolicy.ROWS`, and fails when the page says otherwise. Do not edit it; after a change of
      the table write it anew with `-Daccess.write=true` and review the difference. Another test
      (`AccessCellsTest`) tries every cell over HTTP.

      ## How to read it · Cách đọc

      Each line is an operation, each column a role (vai trò). A person has one role; two accounts
      of one person are one person where two are needed. A cell says what an operation does on the
      ledger of one's own enterprise (sổ của doanh nghiệp mình) and, behind the stroke, on a ledger
      of another (sổ của doanh nghiệp khác):

      | Cell | Tiếng Việt | English |
      | --- | --- | --- |
      | ✓ / 404 | được phép; sổ khác: trả lời như không có sổ đó | allowed; another's ledger is answered as one that does not exist, byte for byte |
      | 403 / 403 | không được phép, với sổ nào cũng vậy | not permitted, on whichever ledger |
      | ✓ or 403 | không thuộc về sổ nào | of no ledger |

      What a role may open of what it may read: the starred values (names, numbers, texts, documents)
      of requests are opened to legal officers and approvers; to a supervisor or an auditor under a
      grant alone, which an approver gives to a role or one person, of one request, for one purpose
      and a time. Without one (403 `grant-required` where a purpose is said) they see a request
      with `withheld` in place of those values; a request's entries are open to an auditor so and
      to a supervisor not, its documents to neither. Disclosures as files (`disclosures/…`) are
      given out under a grant alone. An administrator reads no request. Contacts and officers of
      agencies are opened to legal officers, approvers and administrators; the texts of inspections to
      all but administrators, of drills not to auditors either, of voluntary reports to legal officers
      and approvers alone; to the others they read `withheld`, or are left out. Not signed in, every
      operation answers 401; `/actuator/health` with its `/liveness` and `/readiness`, and the landing page `/`, alone are open. HEAD goes with GET. What is not in
      the table does not exist: 404, or 405 where another method does.

      Opening starred values leaves a trace in the ledger: the header `Purpose` says why (400
      `purpose-required` without it; supervisors and auditors then see what is clear, and leave none),
      and only a purpose of one's own role is taken (403
      `purpose-not-allowed`). [Decision 0020](decisions/0020-views-and-purposes.md) says the rest, of
      grants [decision 0021](decisions/0021-grants.md).

      That an act takes two people (⚯) is a rule of the domain, not of this table:
      [commands.md](commands.md) says who may prepare and who approve.
      """;

  /** Rows that no described operation of ours stands behind. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "/ledgers/{ledger}/tile/entries/**",
          "Lô bản ghi | Bundles of entries (tlog-tiles)",
          "/v3/api-docs/**",
          "Mô tả API | Description of the API",
          "/v3/api-docs.yaml",
          "Mô tả API | Description of the API",
          "/actuator/**",
          "Vận hành dịch vụ | Operating the service");

  private final StringBuilder page = new StringBuilder(INTRO);

  private AccessPage() {}

  static String write(List<AccessOperations.Mapped> operations) {
    AccessPage page = new AccessPage();
    page.roles();
    page.table(operations);
    page.purposes();
    return page.page.toString();
  }

  private void roles() {
    page.append("\n## Roles · Vai trò\n\n");
    line(List.of("Code", "Tiếng Việt", "English"));
    line(List.of("---", "---", "---"));
    line(
        List.of(
            "`legal`", "cán bộ pháp chế: ghi nhận, chuẩn bị", "legal officer: records, prepares"));
    line(List.of("`approver`", "người duyệt: cán bộ pháp chế thứ hai", "a second legal officer"));
    line(List.of("`supervisor`", "giám sát: theo dõi, đôn đốc", "watches turnaround, reminds"));
    line(
        List.of(
            "`auditor`", "kiểm toán: sao chép và kiểm chứng sổ", "mirrors and verifies the log"));
    line(List.of("`admin`", "quản trị: khóa, danh bạ cơ quan", "keys, the register of agencies"));
  }

  private void purposes() {
    page.append("\n## Purposes · Mục đích\n\n");
    List<String> header = new ArrayList<>(List.of("Code", "Tiếng Việt", "English"));
    ROLES.forEach(role -> header.add(role.code()));
    line(header);
    line(header.stream().map(_ -> "---").toList());
    for (ViewPurpose purpose : ViewPurpose.values()) {
      List<String> cells =
          new ArrayList<>(List.of("`" + purpose + "`", purpose.vi(), purpose.en()));
      ROLES.forEach(role -> cells.add(Purposes.roles(purpose).contains(role) ? "✓" : ""));
      line(cells);
    }
  }

  private void table(List<AccessOperations.Mapped> operations) {
    page.append("\n## Operations · Thao tác\n\n");
    List<String> header = new ArrayList<>(List.of("Operation", "Tiếng Việt", "English"));
    ROLES.forEach(role -> header.add(role.code()));
    line(header);
    line(header.stream().map(_ -> "---").toList());
    for (int i = 0; i < AccessPolicy.ROWS.size(); i++) {
      AccessPolicy.Row row = AccessPolicy.ROWS.get(i);
      int index = i;
      List<AccessOperations.Mapped> decided =
          operations.stream()
              .filter(operation -> operation.row() == index && !operation.en().isEmpty())
              .toList();
      for (AccessOperations.Mapped each : decided) {
        line(row, each.path(), List.of(each.vi(), each.en()));
      }
      if (decided.isEmpty()) {
        String words = OTHERS.get(row.path());
        if (words == null) {
          throw new IllegalStateException("a row that decides nothing: " + row);
        }
        line(row, row.path(), List.of(words.split(" \\| ")));
      }
    }
  }

  private void line(AccessPolicy.Row row, String path, List<String> words) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + row.method() + " " + path.replace("/api/v1/ledgers/{ledger}", "…") + "`");
    cells.addAll(words);
    boolean ofLedger = path.contains("{ledger}");
    for (ActorRole role : ROLES) {
      boolean allowed = row.roles().contains(role);
      cells.add(ofLedger ? allowed ? "✓ / 404" : "403 / 403" : allowed ? "✓" : "403");
    }
    line(cells);
  }

  private void line(List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
