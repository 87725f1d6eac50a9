package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.splicespark.testing.ModelServer.cutTo;
import static org.splicespark.testing.ModelServer.dropAfter;
import static org.splicespark.testing.ModelServer.endless;
import static org.splicespark.testing.ModelServer.otherBytes;
import static org.splicespark.testing.ModelServer.redirect;
import static org.splicespark.testing.ModelServer.status;
import static org.splicespark.testing.ModelServer.whole;
import static org.splicespark.testing.ModelServer.withoutRanges;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.ModelDownload.Outcome;
import org.splicespark.testing.ModelServer;

/** Against servers that drop, cut short, lie, refuse and hang. */
class ModelDownloadTest {
  private static final int LENGTH = 300_000;
  private static final int HALF = 150_000;
  private static final String TAG = "\"one\"";
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(400), 3, Duration.ofMillis(1));

  @TempDir Path folder;

  private final byte[] content = new byte[LENGTH];
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private ModelServer server;
  private Path target;

  @BeforeEach
  void serve() throws IOException {
    new Random(1).nextBytes(content);
    server = new ModelServer(content, whole(TAG));
    target = folder.resolve("deep/a.pt");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PublishedFile file() {
    return file(server.url("/a.pt"));
  }

  private PublishedFile file(String url) {
    return new PublishedFile("a", 1, "a.pt", (long) LENGTH, DigestUtils.sha256Hex(content), url);
  }

  private PublishedFile unseen() {
    return new PublishedFile("a", 1, "a.pt", null, null, server.url("/a.pt"));
  }

  private Outcome fetch(PublishedFile file) {
    return fetch(file, Map.of());
  }

  private Outcome fetch(PublishedFile file, Map<String, String> environment) {
    FetchEvents events =
        new FetchEvents() {
          @Override
          public void progress(String name, long done, long total) {}

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    return new ModelDownload(Web.of(environment, SHORT), events).fetch(file, target);
  }

  private String refused(PublishedFile file) {
    String message = assertThrows(InputException.class, () -> fetch(file)).getMessage();
    assertFalse(Files.exists(target));
    return message;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.list(target.getParent())) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".splicespark.lock"))
          .sorted()
          .toList();
    }
  }

  private void requireFetched() throws IOException {
    assertArrayEquals(content, Files.readAllBytes(target));
    assertEquals(List.of("a.pt"), left());
  }

  private void requireContains(String message, String fragment) {
    assertTrue(message.contains(fragment), message);
  }

  @Test
  void aFileIsFetchedOnceAndNothingElseIsLeft() throws IOException {
    assertEquals(Outcome.FETCHED, fetch(file()));
    requireFetched();
    assertEquals(Outcome.WAS_THERE, fetch(file()));
    assertEquals(1, server.asked().size());
    assertEquals(List.of(), notes);
  }

  @Test
  void whatADroppedConnectionBroughtIsGoneOnWith() throws IOException {
    server.now(dropAfter(HALF, TAG), dropAfter(1000, TAG), whole(TAG));
    fetch(file());
    requireFetched();
    assertEquals(3, server.asked().size());
    assertNull(server.asked().get(0).range());
    long second = Long.parseLong(server.asked().get(1).range().replaceAll("\\D", ""));
    long third = Long.parseLong(server.asked().get(2).range().replaceAll("\\D", ""));
    assertTrue(0 < second && second < third, second + " " + third);
    assertEquals(TAG, server.asked().get(1).ifRange());
    assertEquals(2, notes.size());
  }

  @Test
  void anotherProcessGoesOnWithWhatOneLeft() throws IOException {
    server.now(dropAfter(HALF, TAG), status(503));
    requireContains(refused(file()), "503");
    assertEquals(List.of(".a.pt.part", ".a.pt.part.tag"), left());
    server.now(whole(TAG));
    fetch(file());
    requireFetched();
    List<ModelServer.Asked> asked = server.asked();
    assertTrue(asked.get(asked.size() - 1).range() != null);
  }

  @Test
  void aFileThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
    server.now(dropAfter(HALF, "\"old\""), whole(TAG));
    fetch(file());
    requireFetched();
    assertEquals("\"old\"", server.asked().get(1).ifRange());
  }

  @Test
  void aBeginningOfAnotherFileIsFoundOutByTheDigestAndDropped() throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(folder.resolve("deep/.a.pt.part"), new byte[HALF]);
    fetch(file());
    requireFetched();
    requireContains(notes.get(0), "another file");
    assertEquals("bytes=" + HALF + "-", server.asked().get(0).range());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, '\n', 0x7f, 0xff, ' '})
  void aTagThatIsDamagedIsNone(int wrong) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(folder.resolve("deep/.a.pt.part"), Arrays.copyOf(content, HALF));
    byte[] tag = {'"', 'o', 'n', 'e', '"', (byte) wrong};
    Files.write(folder.resolve("deep/.a.pt.part.tag"), tag);
    fetch(file());
    requireFetched();
    assertEquals("bytes=" + HALF + "-", server.asked().get(0).range());
    assertNull(server.asked().get(0).ifRange());
    assertEquals(List.of(), notes);
  }

  @ParameterizedTest
  @ValueSource(ints = {LENGTH, LENGTH + 5})
  void aPartAsLongAsTheFileIsCheckedLikeAnyOther(int length) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(folder.resolve("deep/.a.pt.part"), new byte[length]);
    fetch(file());
    requireFetched();
  }

  @Test
  void aServerWithoutRangesIsAskedForAllAgain() throws IOException {
    server.now(withoutRanges(HALF), withoutRanges(LENGTH));
    fetch(file());
    requireFetched();
  }

  @Test
  void aServerThatAlwaysDropsAtTheSamePlaceIsGivenUp() {
    server.now(withoutRanges(HALF));
    requireContains(refused(file()), "cannot be fetched from " + server.url("/a.pt"));
    assertTrue(server.asked().size() <= 4, "attempts");
  }

  @Test
  @Timeout(60)
  void aServerThatDropsHereAndThereAndNeverFurtherIsGivenUp() {
    ModelServer.Answer farther = withoutRanges(HALF);
    ModelServer.Answer nearer = withoutRanges(HALF / 2);
    AtomicInteger answers = new AtomicInteger();
    server.now(
        (exchange, bytes) ->
            (answers.getAndIncrement() % 2 == 0 ? farther : nearer).give(exchange, bytes));
    requireContains(refused(file()), "cannot be fetched from " + server.url("/a.pt"));
    assertTrue(server.asked().size() <= 6, "attempts");
  }

  @Test
  @Timeout(60)
  void aServerThatDropsAndThenKnowsNoSuchRangeIsGivenUp() {
    ModelServer.Answer answer =
        (exchange, bytes) -> {
          boolean rest = exchange.getRequestHeaders().getFirst("Range") != null;
          (rest ? status(416) : dropAfter(HALF, TAG)).give(exchange, bytes);
        };
    server.now(answer);
    requireContains(refused(file()), "cannot be fetched from " + server.url("/a.pt"));
    assertTrue(server.asked().size() <= 6, "attempts");
  }

  /** A captive portal's page, say, and then the rest of the file behind as many bytes. */
  @Test
  void piecesOfTwoSourcesAreNotTheServersFaultAndAllIsFetchedOnceMore() throws IOException {
    ModelServer.Answer portal =
        (exchange, bytes) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("<html>Log in, please</html>".getBytes());
        };
    server.now(portal, whole(TAG));
    fetch(file());
    requireFetched();
    assertEquals(3, server.asked().size(), "the page, the rest, and all");
    assertEquals("bytes=27-", server.asked().get(1).range());
    assertNull(server.asked().get(2).range());
    requireContains(notes.get(1), "another file");
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws IOException {
    server.now(cutTo(HALF));
    requireContains(refused(file()), "has 150000 bytes, and 300000 were published");
    assertEquals(List.of(), left());
    assertEquals(1, server.asked().size());
  }

  @Test
  void otherBytesAreRefused() throws IOException {
    server.now(otherBytes());
    requireContains(refused(file()), "other bytes than were published: SHA-256 ");
    assertEquals(List.of(), left());
  }

  @Test
  void aFileWithoutEndIsCutAndRefused() throws IOException {
    server.now(endless());
    requireContains(refused(file()), "other bytes");
    assertEquals(List.of(), left());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void whatIsNotThereIsAskedForOnce(int code) {
    server.now(status(code));
    requireContains(refused(file()), "(" + code + ")");
    assertEquals(1, server.asked().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aServerInTroubleIsAskedAgain(int code) throws IOException {
    server.now(status(code), status(code), whole(TAG));
    fetch(file());
    requireFetched();
    requireContains(notes.get(0), "the server answers " + code + "; again in");
  }

  @Test
  void aServerThatStaysInTroubleIsGivenUp() {
    server.now(status(500));
    requireContains(refused(file()), "the server answers 500");
    assertEquals(3, server.asked().size());
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    server.now(redirect("/elsewhere"), whole(TAG));
    fetch(file());
    requireFetched();
    assertEquals("/elsewhere", server.asked().get(1).uri());
    HttpClient client = Web.of(Map.of(), SHORT).client();
    assertEquals(HttpClient.Redirect.NORMAL, client.followRedirects(), "never from https to http");
  }

  @Test
  void redirectsWithoutEndAreRefused() {
    server.now(redirect("/elsewhere"));
    requireContains(refused(file()), "sends us on to /elsewhere");
  }

  @Test
  void aServerThatFallsSilentIsLeftAndAskedForTheRest() throws IOException {
    server.now(server.hang(HALF), whole(null));
    long begun = System.nanoTime();
    fetch(file());
    requireFetched();
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos(), "time-out");
    requireContains(notes.get(0), "nothing came");
    assertTrue(server.asked().get(1).range() != null, "the digest is known: the rest is enough");
  }

  @Test
  void aMachineThatIsNotThereIsToldInOneLine() {
    String url = server.url("/a.pt");
    server.close();
    String message = refused(file(url));
    requireContains(message, "a: cannot be fetched from " + url);
    assertEquals(1, message.lines().count());
  }

  @Test
  void withoutADigestTheRestIsTakenOfTheSameFileOnly() throws IOException {
    server.now(dropAfter(HALF, null), whole(null));
    fetch(unseen());
    requireFetched();
    assertNull(server.asked().get(1).range(), "no tag: from the beginning");
    Files.delete(target);
    server.now(dropAfter(HALF, TAG), whole(TAG));
    fetch(unseen());
    requireFetched();
    assertEquals(TAG, server.asked().get(3).ifRange());
  }

  @Test
  void withoutADigestARestOfAnotherFileIsNotTaken() throws IOException {
    ModelServer.Answer heedless =
        (exchange, bytes) -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
          exchange.getResponseHeaders().set("ETag", TAG);
          if (range != null) {
            String rest = "bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH;
            exchange.getResponseHeaders().set("Content-Range", rest);
          }
          exchange.sendResponseHeaders(range == null ? 200 : 206, LENGTH - from);
          exchange.getResponseBody().write(bytes, from, LENGTH - from);
        };
    server.now(dropAfter(HALF, "\"old\""), heedless);
    fetch(unseen());
    requireFetched();
    assertEquals(3, server.asked().size(), "what was begun, its rest, and all again");
  }

  @Test
  void withoutADigestAPartThatIsWholeIsFetchedAgainAndALongerFileRefused() throws IOException {
    PublishedFile measured =
        new PublishedFile("a", 1, "a.pt", (long) LENGTH, null, server.url("/a.pt"));
    Files.createDirectories(target.getParent());
    Files.write(folder.resolve("deep/.a.pt.part"), new byte[LENGTH]);
    fetch(measured);
    requireFetched();
    Files.delete(target);
    server.now(endless());
    requireContains(refused(measured), "and it should have 300000; nothing was kept");
    assertEquals(List.of(), left());
  }

  @Test
  void whatIsThereIsFoundWithoutTheRightToWrite() throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, content);
    // No lock can be taken here.
    Files.createDirectory(folder.resolve("deep/.splicespark.lock"));
    assertEquals(Outcome.WAS_THERE, fetch(file()));
  }

  @Test
  void aProxyThatIsNeededAndOfAnotherKindIsRefusedOnce() {
    PublishedFile elsewhere = file("http://models.invalid/a.pt");
    String message =
        assertThrows(
                InputException.class,
                () -> fetch(elsewhere, Map.of("ALL_PROXY", "socks5://127.0.0.1:1")))
            .getMessage();
    assertTrue(message.startsWith("all_proxy: "), message);
    assertEquals(List.of(), notes);
  }

  @Test
  void aManifestThatStopsAfterItsHeadersIsGivenUpAndOneWithoutEndIsCut() {
    Web web = Web.of(Map.of(), SHORT);
    server.now(server.hang(HALF));
    String url = server.url("/m.json");
    String message = assertThrows(InputException.class, () -> web.bytes(url)).getMessage();
    requireContains(message, url + ": cannot be read: not all came");
    server.now(
        (exchange, bytes) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 30; i++) {
            exchange.getResponseBody().write(bytes);
          }
        });
    Web patient =
        Web.of(
            Map.of(),
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), 1, Duration.ofMillis(1)));
    String long9 = assertThrows(InputException.class, () -> patient.bytes(url)).getMessage();
    requireContains(long9, "it has more than 8388608 bytes");
  }

  @Test
  void aFileThatIsNoLongerItselfIsReplaced() throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, new byte[LENGTH]);
    assertEquals(Outcome.FETCHED, fetch(file()));
    requireFetched();
  }

  /** Another process that fetches the same. */
  private Process elsewhere() throws IOException {
    PublishedFile file = file();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Fetching.class.getName(),
            file.sha256(),
            file.url(),
            target.toString())
        .inheritIO()
        .start();
  }

  /** What the other process does. */
  static final class Fetching {
    public static void main(String[] arguments) {
      PublishedFile file =
          new PublishedFile("a", 1, "a.pt", (long) LENGTH, arguments[0], arguments[1]);
      new ModelDownload(Web.of(Map.of(), Patience.USUAL), FetchEvents.SILENT)
          .fetch(file, Path.of(arguments[2]));
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited too long");
      Thread.sleep(10);
    }
  }

  @Test
  void whatAnotherProcessFetchesIsWaitedForAndTaken() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.now(
        (exchange, bytes) -> {
          gate.await();
          whole(TAG).give(exchange, bytes);
        });
    Process other = elsewhere();
    until(() -> server.asked().size() == 1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Outcome> outcome = thread.submit(() -> fetch(file()));
      until(() -> !notes.isEmpty());
      requireContains(notes.get(0), "another process fetches into its folder");
      gate.countDown();
      assertEquals(Outcome.WAS_THERE, outcome.get());
    } finally {
      gate.countDown();
      thread.shutdownNow();
    }
    assertEquals(0, other.waitFor());
    assertEquals(1, server.asked().size());
    requireFetched();
  }

  @Test
  void whatAKilledProcessLeftIsGoneOnWith() throws Exception {
    server.now(server.hang(HALF));
    Process other = elsewhere();
    Path part = folder.resolve("deep/.a.pt.part");
    until(() -> part.toFile().length() == HALF);
    other.destroyForcibly().waitFor();
    assertFalse(Files.exists(target));
    server.now(whole(null));
    fetch(file());
    requireFetched();
    assertEquals("bytes=" + HALF + "-", server.asked().get(1).range());
  }

  @Test
  void aFolderThatCannotBeMadeIsTheUsersToMend() throws IOException {
    Files.writeString(folder.resolve("deep"), "a file");
    String message = assertThrows(InputException.class, () -> fetch(file())).getMessage();
    requireContains(message, "a.pt: cannot be written");
  }

  @Test
  void aProxyOfTheEnvironmentIsGoneThrough() throws IOException {
    fetch(
        file("http://models.invalid/a.pt"),
        Map.of("HTTP_PROXY", "http://127.0.0.1:" + server.port()));
    requireFetched();
    assertEquals("http://models.invalid/a.pt", server.asked().get(0).uri());
  }

  @Test
  void aProxyIsToldTheNameAndPasswordOfItsAddress() throws IOException {
    ModelServer.Answer guarded =
        (exchange, bytes) -> {
          String said = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          // user:word
          if ("Basic dXNlcjp3b3Jk".equals(said)) {
            whole(TAG).give(exchange, bytes);
          } else {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"all\"");
            status(407).give(exchange, bytes);
          }
        };
    server.now(guarded);
    PublishedFile elsewhere = file("http://models.invalid/a.pt");
    String proxy = "127.0.0.1:" + server.port();
    String message =
        assertThrows(InputException.class, () -> fetch(elsewhere, Map.of("http_proxy", proxy)))
            .getMessage();
    requireContains(message, "the proxy wants a name and a password");
    fetch(elsewhere, Map.of("http_proxy", "http://user:word@" + proxy));
    requireFetched();
  }

  @Test
  void aProxyOfTheSystemPropertiesIsGoneThroughAndWinsOverTheEnvironment() throws IOException {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(server.port()));
    try {
      fetch(file("http://models.invalid/a.pt"), Map.of("http_proxy", "http://127.0.0.1:1"));
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
    requireFetched();
    assertEquals("http://models.invalid/a.pt", server.asked().get(0).uri());
  }
}
