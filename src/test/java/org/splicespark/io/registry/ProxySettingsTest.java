package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.error.InputException;

class ProxySettingsTest {

  private static Map<String, String> environment(String variables) {
    return Stream.of(variables.split(" "))
        .filter(variable -> !variable.isEmpty())
        .map(variable -> variable.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static String proxy(String variables, String url) {
    Proxy proxy = new ProxySettings(environment(variables)).select(URI.create(url)).get(0);
    InetSocketAddress address = (InetSocketAddress) proxy.address();
    return address == null ? "none" : address.getHostString() + ":" + address.getPort();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                                    | https://a.org/x       | none",
        "HTTPS_PROXY=http://p.org:3128         | https://a.org/x       | p.org:3128",
        "https_proxy=http://p.org:3128         | https://a.org/x       | p.org:3128",
        "HTTPS_PROXY=p.org:3128                | https://a.org/x       | p.org:3128",
        "HTTPS_PROXY=http://p.org              | https://a.org/x       | p.org:80",
        "HTTPS_PROXY=http://p.org:3128         | http://a.org/x        | none",
        "HTTP_PROXY=http://p.org:3128          | http://a.org/x        | p.org:3128",
        "ALL_PROXY=http://p.org:3128           | https://a.org/x       | p.org:3128",
        "ALL_PROXY=http://p.org:1 HTTPS_PROXY=http://q.org:2 | https://a.org/x | q.org:2",
        "HTTPS_PROXY=http://p.org:1 https_proxy=http://q.org:2 | https://a.org/x | q.org:2",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org              | https://a.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=b.org,a.org        | https://c.A.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=.a.org             | https://c.a.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=*.a.org            | https://c.a.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org              | https://ba.org/x | p.org:1",
        "ALL_PROXY=http://p.org:1 NO_PROXY=*                  | https://a.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org:8443         | https://a.org/x | p.org:1",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org:8443         | https://a.org:8443/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org:443          | https://a.org/x | none",
        "ALL_PROXY=http://p.org:1 NO_PROXY=a.org:443          | http://a.org/x | p.org:1",
        "ALL_PROXY=socks5://p.org:1 HTTPS_PROXY=http://q.org:2 | https://a.org/x | q.org:2",
        "ALL_PROXY=http://p.org:1                             | http://localhost:80/x | none",
        "ALL_PROXY=http://p.org:1                             | http://127.0.0.1:80/x | none",
      })
  void theVariablesSayWhichProxyAndForWhom(String variables, String url, String expected) {
    assertEquals(expected, proxy(variables, url));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY=socks5://u:secret@p.org:1",
    "HTTPS_PROXY=https://u:secret@p.org:1",
    "HTTPS_PROXY=http://u:secret@",
    "HTTPS_PROXY=http://u:secret@a^b"
  })
  void aProxyOfAnotherKindIsRefusedWithoutItsPassword(String variable) {
    String message =
        assertThrows(InputException.class, () -> proxy(variable, "https://a.org/x")).getMessage();
    assertTrue(message.contains("https_proxy"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void onlyAProxyWithANameNeedsAnAuthenticator() {
    assertTrue(new ProxySettings(Map.of("HTTPS_PROXY", "http://p:1")).authenticator().isEmpty());
    assertTrue(
        new ProxySettings(Map.of("ALL_PROXY", "socks5://u:w@p:1")).authenticator().isEmpty());
    assertTrue(
        new ProxySettings(Map.of("HTTPS_PROXY", "http://u:w@p:1")).authenticator().isPresent());
  }
}
