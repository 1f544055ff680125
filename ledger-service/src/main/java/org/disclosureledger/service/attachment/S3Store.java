package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.StartRefused;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in one bucket of an S3-compatible store, under {@link ObjectName#key()}. */
final class S3Store implements AttachmentStore, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final Duration WHOLE_CALL = Duration.ofMinutes(5);

  private final S3Client client;
  private final String bucket;

  private S3Store(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * @throws StartRefused when the bucket cannot be reached with these credentials
   */
  static S3Store open(S3Settings settings) {
    S3Client client =
        S3Client.builder()
            .endpointOverride(settings.endpoint())
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE)
                    .build())
            .overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE_CALL))
            // The SDK's own default trailers are not understood by every S3-compatible store; the
            // SHA-256 below is, and we check it ourselves when reading.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build();
    try {
      client.headBucket(request -> request.bucket(settings.bucket()));
    } catch (SdkException e) {
      client.close();
      throw new StartRefused(
          "the bucket "
              + settings.bucket()
              + " at "
              + settings.endpoint()
              + " cannot be used: "
              + reason(e),
          e);
    }
    return new S3Store(client, settings.bucket());
  }

  private static String reason(SdkException e) {
    return e instanceof S3Exception answer
        ? "HTTP " + answer.statusCode()
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void put(ObjectName name, Path ciphertext) throws IOException {
    String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(name.object()));
    call(() ->
        client.putObject(
            request -> request.bucket(bucket).key(name.key()).checksumSHA256(sha256),
            RequestBody.fromFile(ciphertext)));
  }

  @Override
  public Optional<InputStream> get(ObjectName name) throws IOException {
    return call(() -> {
      try {
        return Optional.of(client.getObject(request -> request.bucket(bucket).key(name.key())));
      } catch (NoSuchKeyException e) {
        return Optional.empty();
      }
    });
  }

  @Override
  public void delete(ObjectName name) throws IOException {
    call(() -> client.deleteObject(request -> request.bucket(bucket).key(name.key())));
  }

  @Override
  public void deleteAll(UUID ledger, StreamId stream) throws IOException {
    for (int shard = 0; shard < ObjectName.SHARDS; shard++) {
      String prefix = ObjectName.prefix(ledger, stream, shard);
      var pages =
          client
              .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
              .iterator();
      while (call(pages::hasNext)) {
        for (S3Object object : call(pages::next).contents()) {
          call(() -> client.deleteObject(request -> request.bucket(bucket).key(object.key())));
        }
      }
    }
  }

  @Override
  public void visitAll(Visitor visitor) throws IOException {
    var pages = client.listObjectsV2Paginator(request -> request.bucket(bucket)).iterator();
    while (call(pages::hasNext)) {
      for (S3Object object : call(pages::next).contents()) {
        Optional<ObjectName> name = ObjectName.parse(object.key());
        if (name.isPresent()) {
          visitor.visit(new Stored(name.get(), object.lastModified()));
        }
      }
    }
  }

  /** The SDK's failures are unchecked; a store that fails is an everyday thing here. */
  private static <T> T call(Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new IOException("the S3 store fails: " + reason(e), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
