package org.disclosureledger.service.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One TCP connection to a service, whose bytes a test chooses itself. */
final class RawConnection implements AutoCloseable {
  private final Socket socket = new Socket();

  private RawConnection() {}

  static RawConnection to(int port) throws IOException {
    RawConnection connection = new RawConnection();
    connection.socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
    connection.socket.setTcpNoDelay(true);
    return connection;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends no more, and says so. */
  void finish() throws IOException {
    socket.shutdownOutput();
  }

  /**
   * Everything until the other side ends the connection.
   *
   * @throws SocketTimeoutException when it does not within the patience
   */
  String untilTheEnd(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    InputStream in = socket.getInputStream();
    while (true) {
      socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
      int read;
      try {
        read = in.read(buffer);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (SocketException reset) {
        // Cut, with bytes of ours unread.
        read = -1;
      }
      if (read < 0) {
        return all.toString(StandardCharsets.ISO_8859_1);
      }
      all.write(buffer, 0, read);
    }
  }

  /** Whether the other side ends the connection within the pause; what it sends is dropped. */
  boolean endsWithin(Duration pause) throws IOException {
    try {
      untilTheEnd(pause);
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
