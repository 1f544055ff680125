package org.disclosureledger.verifier;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.disclosureledger.verifier.check.Progress;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, on a terminal only, and only where there is time to see it. */
final class TerminalProgress implements Progress, AutoCloseable {
  private static final long WORTH_SHOWING = 2_000;
  private static final int WIDTH = 79;

  private final String task;
  private final boolean interactive;
  private @Nullable ProgressBar bar;

  TerminalProgress(String task, boolean interactive) {
    this.task = task;
    this.interactive = interactive;
  }

  @Override
  public void at(long done, long total) {
    if (!interactive || total < WORTH_SHOWING) {
      return;
    }
    ProgressBar shown = bar;
    if (shown == null) {
      shown =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .build();
      bar = shown;
    }
    shown.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
