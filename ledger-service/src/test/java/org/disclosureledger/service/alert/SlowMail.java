package org.disclosureledger.service.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives no answer where one is due, or gives it late. */
final class SlowMail implements AutoCloseable {
  /** When it ceases to answer, and how. */
  enum Manner {
    BREAKS_BEFORE_THE_GREETING,
    BREAKS_BEFORE_THE_TEXT,
    BREAKS_BEHIND_THE_TEXT,
    IS_SILENT_BEHIND_THE_TEXT,
    ANSWERS_LATE,
    GREETS_LATE
  }

  private final ServerSocket server;
  private final Manner manner;
  private final Runnable meanwhile;
  private final Thread thread;

  /** The mails whose text came to its end. */
  final List<String> taken = new CopyOnWriteArrayList<>();

  /** How often somebody connected. */
  final AtomicInteger connections = new AtomicInteger();

  SlowMail(Manner manner) throws IOException {
    this(manner, () -> {});
  }

  /**
   * @param meanwhile what happens between the end of the text and the answer to it, or before the
   *     greeting
   */
  SlowMail(Manner manner, Runnable meanwhile) throws IOException {
    this.manner = manner;
    this.meanwhile = meanwhile;
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        converse(client);
      } catch (IOException gone) {
        // The client is, or the server is closed.
        continue;
      }
    }
  }

  private void converse(Socket client) throws IOException {
    connections.incrementAndGet();
    if (manner == Manner.BREAKS_BEFORE_THE_GREETING) {
      return;
    }
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
    if (manner == Manner.GREETS_LATE) {
      meanwhile.run();
    }
    say(out, "220 slow.example");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        if (manner == Manner.BREAKS_BEFORE_THE_TEXT) {
          return;
        }
        say(out, "354 go on");
        StringBuilder text = new StringBuilder();
        String each = in.readLine();
        for (; each != null && !each.equals("."); each = in.readLine()) {
          text.append(each).append('\n');
        }
        if (each == null) {
          // No end, no mail.
          return;
        }
        taken.add(text.toString());
        if (manner != Manner.GREETS_LATE) {
          meanwhile.run();
        }
        if (manner == Manner.BREAKS_BEHIND_THE_TEXT) {
          return;
        }
        if (manner == Manner.IS_SILENT_BEHIND_THE_TEXT) {
          // Until the other side has enough.
          in.transferTo(Writer.nullWriter());
          return;
        }
      }
      say(out, line.startsWith("QUIT") ? "221 goodbye" : "250 well");
    }
  }

  private static void say(Writer out, String words) throws IOException {
    out.write(words + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
