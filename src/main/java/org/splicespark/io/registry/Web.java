package org.splicespark.io.registry;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.splicespark.error.InputException;

/**
 * The way to other machines: redirects are followed, but never from https to http; proxies are
 * those of the system properties and of the environment.
 */
public record Web(HttpClient client, Patience patience) {
  /** By which Java keeps a password from proxies to which https goes. */
  private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * @param environment variables by name
   */
  public static Web of(Map<String, String> environment, Patience patience) {
    ProxySettings proxies = new ProxySettings(environment);
    Optional<Authenticator> authenticator = proxies.authenticator();
    if (authenticator.isPresent() && System.getProperty(TUNNELS) == null) {
      // Whoever wrote the password into the variable wants it sent. Read by Java's first client.
      System.setProperty(TUNNELS, "");
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.connect())
            .proxy(proxies);
    authenticator.ifPresent(builder::authenticator);
    return new Web(builder.build(), patience);
  }

  /**
   * All that is at an address.
   *
   * @throws InputException if it cannot be had
   */
  byte[] bytes(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(address(url, url)).timeout(patience.silence()).GET().build();
    try {
      HttpResponse<byte[]> answer =
          client.send(request, info -> HttpResponse.BodySubscribers.ofByteArray());
      if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
        String refusal = new Reply(answer.statusCode(), answer.headers(), 0).refusal();
        throw new InputException(url + ": cannot be read: " + refusal);
      }
      return answer.body();
    } catch (IOException e) {
      throw new InputException(url + ": cannot be read: " + Attempts.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(url + ": cannot be read: interrupted", e);
    }
  }

  /**
   * @throws InputException if it is no address of a web server
   */
  public static URI address(String name, String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new InputException(name + ": is no address", e);
    }
    if (uri.getScheme() == null || !uri.getScheme().matches("https?") || uri.getHost() == null) {
      throw new InputException(
          name
              + ": is published at "
              + url
              + ", and only https and http are fetched from; get it by other means and give -m its path");
    }
    return uri;
  }
}
