package org.disclosureledger.verifier.check;

import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.SourceException;

/** Tells apart input that is not there (no finding) from input that is there and wrong. */
final class SourceFindings {
  private SourceFindings() {}

  /**
   * @param leaf the first leaf the file is about, −1 if none
   */
  static void report(SourceException e, Grade grade, long leaf, Findings findings) {
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
