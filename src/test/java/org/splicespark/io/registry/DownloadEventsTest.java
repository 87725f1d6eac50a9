package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.splicespark.testing.ModelServer.dropAfter;
import static org.splicespark.testing.ModelServer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.ModelServer;

/** What a person sees of a download, and how long it waits where it is asked to. */
class DownloadEventsTest {
  private static final int LENGTH = 300_000;
  private static final String TAG = "\"one\"";
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofMillis(1));

  /** A call of the progress. */
  private record Told(String name, long done, long total) {}

  @TempDir Path folder;

  private final byte[] content = new byte[LENGTH];
  private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private ModelServer server;

  @BeforeEach
  void serve() throws IOException {
    new Random(1).nextBytes(content);
    server = new ModelServer(content, whole(TAG));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch(Long bytes, String digest) throws IOException {
    FetchEvents events =
        new FetchEvents() {
          @Override
          public void progress(String name, long done, long total) {
            told.add(new Told(name, done, total));
          }

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    PublishedFile file = new PublishedFile("a", 1, "a.pt", bytes, digest, server.url("/a.pt"));
    new ModelDownload(Web.of(Map.of(), SHORT), events).fetch(file, folder.resolve("a.pt"));
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("a.pt")));
  }

  private void requireRising(long total) {
    long before = 0;
    for (Told each : told) {
      assertEquals("a", each.name());
      assertEquals(total, each.total());
      assertTrue(each.done() > before, told.toString());
      before = each.done();
    }
    assertEquals(LENGTH, before);
  }

  @Test
  void progressRisesToTheLengthOverABrokenConnectionToo() throws IOException {
    server.now(dropAfter(LENGTH / 2, TAG), whole(TAG));
    fetch((long) LENGTH, DigestUtils.sha256Hex(content));
    assertEquals(2, server.asked().size());
    requireRising(LENGTH);
  }

  @Test
  void theLengthOfAnUnseenFileIsTheServersOrUnknown() throws IOException {
    fetch(null, null);
    requireRising(LENGTH);
    told.clear();
    Files.delete(folder.resolve("a.pt"));
    server.now(
        (exchange, bytes) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(bytes);
        });
    fetch(null, null);
    requireRising(0);
  }

  @Test
  void aServerThatAsksForTimeGetsIt() throws IOException {
    server.now(
        (exchange, bytes) -> {
          exchange.getResponseHeaders().set("Retry-After", "2");
          ModelServer.status(503).give(exchange, bytes);
        },
        whole(TAG));
    long begun = System.nanoTime();
    fetch((long) LENGTH, DigestUtils.sha256Hex(content));
    assertTrue(System.nanoTime() - begun >= Duration.ofSeconds(2).toNanos());
    assertEquals(List.of("a: the server answers 503; again in 2 s"), notes);
  }

  @Test
  void noServerIsWaitedForLongerThanAMinute() {
    assertEquals(Duration.ofMinutes(1), SHORT.pause(1, Duration.ofHours(1)));
    assertEquals(Duration.ofSeconds(30), SHORT.pause(1, Duration.ofSeconds(30)));
    assertEquals(Duration.ofMillis(4), SHORT.pause(3, Duration.ZERO));
  }
}
