/**
 * A report's figures as documents: PDF, XLSX, CSV and JSON, in Vietnamese and English, in full and
 * for the public (decision 0025). The same report gives the same bytes. Of the charts of DOMAIN §4
 * two are left to the dashboard, the distribution of turnaround and the histogram of recording
 * lags: both are drawn from single requests, which no report states. No I/O but the streams given.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"figures", "report", "vocabulary", "suppression", "csv"})
package org.disclosureledger.service.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
