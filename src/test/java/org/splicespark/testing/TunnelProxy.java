package org.splicespark.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on the loopback address that wants a name and a password before it lets anyone through,
 * and then leads to one port whatever is asked for.
 */
public final class TunnelProxy implements AutoCloseable {
  private static final String REFUSAL =
      "HTTP/1.1 407 Proxy Authentication Required\r\n"
          + "Proxy-Authenticate: Basic realm=\"all\"\r\nContent-Length: 0\r\n\r\n";

  private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final String credentials;
  private final int port;

  /**
   * @param credentials what the header must have
   * @param port where tunnels lead
   */
  public TunnelProxy(String credentials, int port) throws IOException {
    this.credentials = credentials;
    this.port = port;
    threads.submit(
        () -> {
          while (true) {
            Socket client = server.accept();
            threads.submit(() -> serve(client));
          }
        });
  }

  private Void serve(Socket client) throws IOException {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      String head = head(in);
      while (!head.isEmpty()) {
        asked.add(head);
        if (head.contains("Proxy-Authorization: " + credentials + "\r\n")) {
          client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
          tunnel(client, in);
          return null;
        }
        client.getOutputStream().write(REFUSAL.getBytes());
        head = head(in);
      }
    }
    return null;
  }

  /** Up to the empty line, or nothing where there is no more. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private void tunnel(Socket client, InputStream in) throws IOException {
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      threads.submit(() -> target.getInputStream().transferTo(client.getOutputStream()));
      in.transferTo(target.getOutputStream());
    }
  }

  /** The heads of all requests, in their order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
