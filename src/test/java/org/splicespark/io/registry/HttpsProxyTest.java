package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.OtherJvm;
import org.splicespark.testing.TunnelProxy;

/** https through a proxy that wants a password: a tunnel is asked for, and all goes through it. */
class HttpsProxyTest {
  private static final String WORD = "changeit";

  @TempDir Path folder;

  private final byte[] content = "weights".repeat(1000).getBytes();

  /** What a JVM of its own does: Java reads once which proxies it may tell a password. */
  static final class Fetching {
    public static void main(String[] arguments) {
      System.setProperty("javax.net.ssl.trustStore", arguments[0]);
      System.setProperty("javax.net.ssl.trustStorePassword", WORD);
      Patience patience =
          new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 1, Duration.ofMillis(1));
      PublishedFile file =
          new PublishedFile("a", 1, "a.pt", null, arguments[1], "https://models.invalid/a.pt");
      new ModelDownload(Web.of(Map.of("HTTPS_PROXY", arguments[2]), patience), FetchEvents.SILENT)
          .fetch(file, Path.of(arguments[3]));
    }
  }

  private Path keys() throws Exception {
    Path keys = folder.resolve("keys.p12");
    String line =
        " -genkeypair -alias a -keyalg RSA -validity 2 -dname CN=models.invalid"
            + " -ext SAN=dns:models.invalid -storetype PKCS12 -storepass changeit -keystore ";
    String keytool = System.getProperty("java.home") + "/bin/keytool";
    List<String> command = List.of((keytool + line + keys).split(" "));
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, made.waitFor(), Files.readString(folder.resolve("keytool.log")));
    return keys;
  }

  private HttpsServer server(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, WORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, WORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/a.pt",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void aTunnelIsAskedForWithNameAndPassword() throws Exception {
    Path keys = keys();
    Path target = folder.resolve("a.pt");
    Path log = folder.resolve("log");
    HttpsServer server = server(keys);
    // user:word
    try (TunnelProxy proxy = new TunnelProxy("Basic dXNlcjp3b3Jk", server.getAddress().getPort())) {
      String address = "http://user:word@" + proxy.address();
      List<String> arguments =
          List.of(keys.toString(), DigestUtils.sha256Hex(content), address, target.toString());
      Process fetching = OtherJvm.start(Fetching.class, log, arguments);
      assertTrue(fetching.waitFor(120, TimeUnit.SECONDS));
      assertEquals(0, fetching.exitValue(), Files.readString(log));
      assertArrayEquals(content, Files.readAllBytes(target));
      List<String> asked = proxy.asked();
      assertEquals(2, asked.size(), asked.toString());
      for (String each : asked) {
        assertTrue(each.startsWith("CONNECT models.invalid:443 HTTP/1.1\r\n"), each);
      }
      assertFalse(asked.get(0).contains("dXNlcjp3b3Jk"), "only when it is asked for");
    } finally {
      server.stop(0);
    }
  }
}
