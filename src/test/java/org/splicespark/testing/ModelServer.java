package org.splicespark.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback address that has one file, and serves it well or badly. */
public final class ModelServer implements AutoCloseable {
  /** How a request is answered. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange, byte[] file) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  public record Asked(String uri, String range, String ifRange) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final byte[] file;

  /**
   * @param answers to the first requests; the last one to all that follow
   */
  public ModelServer(byte[] file, Answer... answers) throws IOException {
    this.file = file;
    this.answers.addAll(List.of(answers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    asked.add(
        new Asked(
            exchange.getRequestURI().toString(),
            headers.getFirst("Range"),
            headers.getFirst("If-Range")));
    Answer next;
    synchronized (answers) {
      next = answers.size() > 1 ? answers.poll() : answers.peek();
    }
    try {
      next.give(exchange, file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The file, or the part asked for, with a strong tag that part must be of. */
  public static Answer whole(String tag) {
    return (exchange, file) -> send(exchange, file, tag, file.length);
  }

  /** The file as far as it goes in so many bytes; then the connection is dropped. */
  public static Answer dropAfter(int bytes, String tag) {
    return (exchange, file) -> send(exchange, file, tag, bytes);
  }

  private static void send(HttpExchange exchange, byte[] file, String tag, int most)
      throws IOException {
    int from = from(exchange, tag);
    var headers = exchange.getResponseHeaders();
    if (tag != null) {
      headers.set("ETag", tag);
    }
    if (from > 0) {
      headers.set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
    exchange.getResponseBody().write(file, from, Math.min(most, file.length - from));
    exchange.getResponseBody().flush();
  }

  private static int from(HttpExchange exchange, String tag) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    boolean same = condition == null || condition.equals(tag);
    return range == null || !same ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  /** As much of the file's beginning, whatever was asked for, and dropped after it. */
  public static Answer withoutRanges(int most) {
    return (exchange, file) -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, Math.min(most, file.length));
      exchange.getResponseBody().flush();
    };
  }

  /** A shorter file, as if it were the whole. */
  public static Answer cutTo(int bytes) {
    return (exchange, file) -> {
      exchange.sendResponseHeaders(200, bytes);
      exchange.getResponseBody().write(file, 0, bytes);
    };
  }

  /** As many bytes as the file has, but others. */
  public static Answer otherBytes() {
    return (exchange, file) -> {
      byte[] other = file.clone();
      Arrays.fill(other, file.length / 2, file.length, (byte) 'x');
      exchange.sendResponseHeaders(200, other.length);
      exchange.getResponseBody().write(other);
    };
  }

  /** Of no stated length, and without an end that anybody would wait for. */
  public static Answer endless() {
    return (exchange, file) -> {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 100_000; i++) {
        exchange.getResponseBody().write(file);
      }
    };
  }

  public static Answer status(int code) {
    return (exchange, file) -> exchange.sendResponseHeaders(code, -1);
  }

  public static Answer redirect(String to) {
    return (exchange, file) -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Headers and a few bytes, and then nothing more. */
  public Answer hang(int after) {
    return (exchange, bytes) -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, after);
      exchange.getResponseBody().flush();
      closing.await();
    };
  }

  /** Answers are given like this from now on. */
  public void now(Answer... next) {
    synchronized (answers) {
      answers.clear();
      answers.addAll(List.of(next));
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
