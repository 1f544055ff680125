package org.disclosureledger.verifier.figures;

/** Working time by the calendar that counts (REPORTS §5). */
interface WorkingTime {
  /** Without a calendar nothing is covered. */
  WorkingTime NONE =
      new WorkingTime() {
        @Override
        public boolean covers(long from, long to) {
          return false;
        }

        @Override
        public long between(long from, long to) {
          return 0;
        }
      };

  /** Whether the days of both lie in it. */
  boolean covers(long from, long to);

  /** Milliseconds of its sessions in that time; 0 if it ends before it begins. */
  long between(long from, long to);
}
