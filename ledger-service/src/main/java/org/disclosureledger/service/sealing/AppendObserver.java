package org.disclosureledger.service.sealing;

import java.time.Duration;

/** Learns how appending goes; nothing of what is appended. Called by the appender's own thread. */
public interface AppendObserver {
  AppendObserver NONE =
      new AppendObserver() {
        @Override
        public void answered(Duration waited, boolean appended) {
          // Nobody asks.
        }

        @Override
        public void committed(int commands) {
          // Nobody asks.
        }
      };

  /** A command that was queued has its answer: its entries are under a signed head, or not. */
  void answered(Duration waited, boolean appended);

  /** So many commands were committed as one transaction. */
  void committed(int commands);
}
