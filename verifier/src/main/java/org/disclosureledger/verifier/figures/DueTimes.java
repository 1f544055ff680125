package org.disclosureledger.verifier.figures;

/** When a request is due (REPORTS §2.2); {@link RequestFold#NEVER} where there is no due time. */
final class DueTimes {
  /** Of the first that counts, and of the last. */
  long original = RequestFold.NEVER;

  long last = RequestFold.NEVER;
  private boolean any;

  void set(long due, boolean extension, long recorded) {
    // An extension after the due time would hide that it had passed.
    if (extension && any && recorded >= last) {
      return;
    }
    if (!any) {
      original = due;
    }
    last = due;
    any = true;
  }
}
