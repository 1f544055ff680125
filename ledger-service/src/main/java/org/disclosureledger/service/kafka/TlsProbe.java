package org.disclosureledger.service.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Whether a broker that is to be spoken to in clear answers in TLS. Kafka's clients take the
 * beginning of a TLS alert for the length of an answer, and ask for 336 MiB to read it
 * (KAFKA-4090).
 */
final class TlsProbe {
  /** Of a TLS record that holds an alert (RFC 8446 §5.1). */
  private static final int ALERT = 21;

  private static final int MAJOR_VERSION = 3;
  private static final short API_VERSIONS = 18;
  private static final int REQUEST_BYTES = 10;
  private static final short NO_CLIENT_ID = -1;

  private TlsProbe() {}

  /** Asks for the versions that it speaks; who cannot be reached is none of our business. */
  static boolean answersInTls(InetSocketAddress broker, Duration patience) {
    try (Socket socket = new Socket()) {
      socket.connect(broker, (int) patience.toMillis());
      socket.setSoTimeout((int) patience.toMillis());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(REQUEST_BYTES);
      out.writeShort(API_VERSIONS);
      out.writeShort(0);
      out.writeInt(0);
      out.writeShort(NO_CLIENT_ID);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return in.readUnsignedByte() == ALERT && in.readUnsignedByte() == MAJOR_VERSION;
    } catch (IOException e) {
      return false;
    }
  }
}
