package org.disclosureledger.verifier.check;

import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.SourceException;

/** Tells apart input that is not there (no finding) from input that is there and wrong. */
public final class SourceFindings {
  private SourceFindings() {}

  /**
   * Makes a finding of what is there and wrong, and none of what cannot be read.
   *
   * @param leaf the first leaf the file is about, −1 if none
   */
  public static void report(SourceException e, Grade grade, long leaf, Findings findings) {
    Rule rule =
        switch (e.kind()) {
          case UNREADABLE -> null;
          case TOO_LARGE -> Rule.FILE_TOO_LARGE;
          case ENCODING -> Rule.CONTENT_ENCODING;
        };
    if (rule == null) {
      return;
    }
    String message = String.valueOf(e.getMessage());
    findings.add(
        leaf < 0
            ? new Finding.OfNote(grade, rule.id(), e.path(), -1, message, null, null)
            : new Finding.OfTile(grade, rule.id(), leaf, e.path(), -1, message, null, null));
  }
}
