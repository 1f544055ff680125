package org.disclosureledger.service.signature;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the signatures of documents: PAdES in a PDF, CAdES and plain CMS beside or around a
 * document, ASiC with CAdES. Nothing is fetched, so that a revoked certificate is not known as one.
 * Each check is a process of its own with bounded time and memory. Safe for threads.
 */
public final class SignatureChecks {
  private static final Logger log = LoggerFactory.getLogger(SignatureChecks.class);
  private static final int MAX_REPORT_BYTES = 256 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SignatureProcessCommand command;
  private final InstantSource clock;
  private final Duration longest;
  private final Semaphore running;

  /**
   * @param longest after which a check is given up
   * @param atOnce how many run beside each other; further ones wait as long
   */
  SignatureChecks(
      SignatureProcessCommand command, InstantSource clock, Duration longest, int atOnce) {
    this.command = command;
    this.clock = clock;
    this.longest = longest;
    this.running = new Semaphore(atOnce, true);
  }

  /** Of the signatures that documents of this media type can carry; empty if they carry none. */
  public static Optional<SignatureFormat> formatOf(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> Optional.of(SignatureFormat.PADES);
      case "application/pkcs7-signature", "application/pkcs7-mime" ->
          Optional.of(SignatureFormat.CADES);
      case "application/vnd.etsi.asic-e+zip", "application/vnd.etsi.asic-s+zip" ->
          Optional.of(SignatureFormat.ASIC);
      default -> Optional.empty();
    };
  }

  /**
   * Checks every signature in the document.
   *
   * @param document the clear bytes, read to the end, not closed
   * @param mediaType as detected at intake
   * @param content the document that a detached signature signs; absent: the signature's own
   * @return never an exception over the bytes: what cannot be read says so. No signatures for a
   *     type that carries none
   * @throws ChecksUnavailable when no check can be made now, which says nothing of the document
   * @throws IOException when {@code document} or {@code content} fails
   */
  public SignatureReport check(
      InputStream document, String mediaType, @Nullable InputStream content) throws IOException {
    Optional<SignatureFormat> format = formatOf(mediaType);
    if (format.isEmpty()) {
      return SignatureReport.none(SignatureReading.COMPLETE);
    }
    try {
      if (!running.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ChecksUnavailable("all checks are busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChecksUnavailable("interrupted while all checks were busy", e);
    }
    try {
      return checkNow(document, format.get(), content);
    } finally {
      running.release();
    }
  }

  private SignatureReport checkNow(
      InputStream document, SignatureFormat format, @Nullable InputStream content)
      throws IOException {
    Process process = started(format, content != null);
    CompletableFuture<Process> watch =
        process.onExit().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    // Not one that has ended: that would close its report before it is read.
    CompletableFuture<Process> end =
        watch.whenComplete((ended, timeout) -> {
          if (timeout != null) {
            process.destroyForcibly();
          }
        });
    try {
      hand(process, document, content);
      byte[] report = told(process);
      return read(report, ProcessEnd.of(process.waitFor()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChecksUnavailable("interrupted", e);
    } finally {
      process.destroyForcibly();
      end.cancel(false);
    }
  }

  private Process started(SignatureFormat format, boolean withContent) throws ChecksUnavailable {
    try {
      return command.start(format, clock.instant(), withContent);
    } catch (IOException e) {
      throw new ChecksUnavailable("no process for a signature check can be started", e);
    }
  }

  /** A process that dies while it is fed shows that by its silence, not here. */
  private static void hand(Process process, InputStream document, @Nullable InputStream content)
      throws IOException {
    InputStream first = new SourceOnly(document);
    InputStream second = content == null ? null : new SourceOnly(content);
    try (DataOutputStream to =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
      Chunks.write(first, to);
      if (second != null) {
        Chunks.write(second, to);
      }
    } catch (SourceOnly.Failed e) {
      throw e.failure();
    } catch (IOException e) {
      log.debug("the signature check ended before it had read all", e);
    }
  }

  /** What it has written; of one that was ended because it took too long, nothing. */
  private static byte[] told(Process process) {
    try {
      return process.getInputStream().readNBytes(MAX_REPORT_BYTES);
    } catch (IOException e) {
      log.debug("the signature check was ended before it had reported", e);
      return new byte[0];
    }
  }

  /** Of what went wrong the kind alone: a message may quote the document. */
  private static SignatureReport read(byte[] report, ProcessEnd end) throws ChecksUnavailable {
    return switch (end) {
      case REPORTED -> parsed(report);
      case OUT_OF_MEMORY, KILLED -> SignatureReport.none(SignatureReading.TOO_COSTLY);
      case FAILED, CRASHED -> {
        log.error("a signature check ended as {}", end);
        yield SignatureReport.none(SignatureReading.FAILED);
      }
      case NOT_SET_UP, NOT_STARTED ->
          throw new ChecksUnavailable("a signature check ended as " + end);
    };
  }

  private static SignatureReport parsed(byte[] report) {
    if (report.length < MAX_REPORT_BYTES) {
      try {
        return JSON.readValue(report, SignatureReport.class);
      } catch (JacksonException e) {
        log.error("a signature check's report cannot be read ({})", e.getClass().getName());
        return SignatureReport.none(SignatureReading.FAILED);
      }
    }
    log.error("a signature check's report is longer than {} bytes", MAX_REPORT_BYTES);
    return SignatureReport.none(SignatureReading.FAILED);
  }
}
