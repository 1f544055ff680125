package org.disclosureledger.service.signature;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.DSSException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Reads a signature as it stands in a PDF: followed by zeros, since its place was kept before its
 * length was known (ISO 32000-1 §12.8.1). Bouncy Castle has refused bytes after a CMS object since
 * DSS 6.3 was written. DSS finds this class by {@code META-INF/services} before its own.
 */
public final class PaddedCms extends CMSObjectUtils {

  @Override
  public CMS parseToCMS(byte[] padded) {
    return super.parseToCMS(Arrays.copyOf(padded, length(padded)));
  }

  private static int length(byte[] padded) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(padded);
    try (ASN1InputStream objects = new ASN1InputStream(bytes)) {
      objects.readObject();
    } catch (IOException e) {
      throw new DSSException("no CMS object", e);
    }
    int length = padded.length - bytes.available();
    for (int i = length; i < padded.length; i++) {
      if (padded[i] != 0) {
        throw new DSSException("something else than padding follows the CMS object");
      }
    }
    return length;
  }
}
