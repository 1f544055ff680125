package org.disclosureledger.service.projection;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --ledger.rebuild=register} (or {@code all}): rebuilds, says how far it is, and ends the
 * process. Runs with {@code --spring.main.web-application-type=none} beside one that serves.
 */
@Component
@ConditionalOnExpression("!'${ledger.rebuild:}'.isEmpty()")
class RebuildRunner implements ApplicationRunner {
  private final ProjectionRebuild rebuild;
  private final ConfigurableApplicationContext context;
  private final String asked;

  RebuildRunner(
      ProjectionRebuild rebuild,
      ConfigurableApplicationContext context,
      @Value("${ledger.rebuild}") String asked) {
    this.rebuild = rebuild;
    this.context = context;
    this.asked = asked;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<String> names = asked.equals("all") ? rebuild.names() : List.of(asked);
    for (String name : names) {
      try (ProgressBar bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(0)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(" events", 1)
              .build()) {
        rebuild.run(
            name,
            (done, total) -> {
              bar.maxHint(total);
              bar.stepTo(done);
            });
      }
    }
    System.exit(SpringApplication.exit(context, () -> 0));
  }
}
