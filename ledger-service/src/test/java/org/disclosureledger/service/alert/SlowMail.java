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

/** Gives no answer where one is due. */
final class SlowMail implements AutoCloseable {
  /** When it ceases to answer, and how. */
  enum Manner {
    BREAKS_BEFORE_THE_TEXT,
    BREAKS_BEHIND_THE_TEXT,
    IS_SILENT_BEHIND_THE_TEXT
  }

  private final ServerSocket server;
  private final Manner manner;
  private final Thread thread;

  /** The mails whose text came to its end. */
  final List<String> taken = new CopyOnWriteArrayList<>();

  SlowMail(Manner manner) throws IOException {
    this.manner = manner;
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
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
    say(out, "220 slow.example");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        if (manner == Manner.BREAKS_BEFORE_THE_TEXT) {
          return;
        }
        say(out, "354 go on");
        StringBuilder text = new StringBuilder();
        for (String each = in.readLine(); each != null && !each.equals("."); ) {
          text.append(each).append('\n');
          each = in.readLine();
        }
        taken.add(text.toString());
        if (manner == Manner.BREAKS_BEHIND_THE_TEXT) {
          return;
        }
        // Until the other side has enough.
        in.transferTo(Writer.nullWriter());
        return;
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
