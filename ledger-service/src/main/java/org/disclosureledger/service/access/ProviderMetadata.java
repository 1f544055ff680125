package org.disclosureledger.service.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the provider's keys as OpenID Connect Discovery says, at most a quarter of a MiB each. */
final class ProviderMetadata implements ProviderKeys.Fetch {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;
  private static final int MAX_BYTES = 256 * 1024;

  private final String issuer;
  private final @Nullable String keys;
  private final ResourceRetriever http =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);

  ProviderMetadata(ProviderSettings settings) {
    issuer = settings.issuer();
    keys = settings.keys();
  }

  @Override
  public JWKSet keys() throws IOException, ParseException {
    return JWKSet.parse(read(keys == null ? discovered() : keys));
  }

  private String discovered() throws IOException, ParseException {
    if (!(document().get("jwks_uri") instanceof String uri) || !ProviderSettings.safe(uri)) {
      throw new IOException("the metadata names no safe jwks_uri");
    }
    return uri;
  }

  /** What the provider says of itself. */
  Map<String, Object> document() throws IOException, ParseException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<String, Object> metadata =
        JSONObjectUtils.parse(read(base + "/.well-known/openid-configuration"));
    if (!issuer.equals(metadata.get("issuer"))) {
      throw new IOException("the metadata is of another issuer");
    }
    return metadata;
  }

  private String read(String address) throws IOException {
    URL url = URI.create(address).toURL();
    return http.retrieveResource(url).getContent();
  }
}
