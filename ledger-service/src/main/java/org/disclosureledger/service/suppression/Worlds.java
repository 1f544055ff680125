package org.disclosureledger.service.suppression;

/**
 * All the tables that a reader still holds possible, of one part of a table that hangs together:
 * they add up as it does, and would be printed as far as it is printed so far. Counts by their
 * place.
 */
interface Worlds {
  /** Those in which the count is one of the values. */
  Worlds where(int count, Values values);

  /** What a count may be; empty when no world is left. */
  Values of(int count);

  /** What a count may be where another is the value. */
  default Values of(int count, int other, long value) {
    return where(other, Values.of(value)).of(count);
  }
}
