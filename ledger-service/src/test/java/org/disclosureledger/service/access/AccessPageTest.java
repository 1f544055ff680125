package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disclosureledger.service.intake.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The page is what was reviewed. A change of the table shows as a difference to it. */
class AccessPageTest extends HttpTest {
  private static final Path PAGE = Path.of("..", "docs", "access.md");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void thePageSaysWhoMayDoWhat() throws IOException {
    String page = AccessPage.write(AccessOperations.of(mappings));
    if (Boolean.getBoolean("access.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
