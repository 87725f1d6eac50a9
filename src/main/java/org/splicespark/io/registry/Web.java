package org.splicespark.io.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** Of a text that is read whole: some hundred times a manifest of all that was published. */
  private static final int LARGEST = 8 << 20;

  /**
   * All that is at an address, if it comes before the patience ends.
   *
   * @throws InputException if it cannot be had, or has more than 8 MiB
   */
  byte[] bytes(String url) {
    HttpRequest request = HttpRequest.newBuilder(address(url, url)).GET().build();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try {
      // A request's own time-out ends with the headers.
      HttpResponse<Void> answer = awaited(client.sendAsync(request, info -> keeping(kept)));
      if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
        throw unreadable(url, Reply.first(answer.statusCode(), answer.headers()).refusal());
      }
      if (kept.size() > LARGEST) {
        throw unreadable(url, "it has more than " + LARGEST + " bytes");
      }
      return kept.toByteArray();
    } catch (IOException e) {
      throw new InputException(url + ": cannot be read: " + Attempts.reason(e), e);
    }
  }

  private static InputException unreadable(String url, String why) {
    return new InputException(url + ": cannot be read: " + why);
  }

  private static BodySubscriber<Void> keeping(ByteArrayOutputStream kept) {
    return BodySubscribers.ofByteArrayConsumer(
        bytes -> bytes.filter(b -> kept.size() <= LARGEST).ifPresent(kept::writeBytes));
  }

  private <T> T awaited(CompletableFuture<T> exchange) throws IOException {
    try {
      return exchange.get(patience.silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new HttpTimeoutException("not all came in " + patience.silence().toSeconds() + " s");
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Why an exchange failed.
   *
   * @throws InputException if it is the environment's fault, which no other attempt would mend
   */
  static IOException failure(ExecutionException e) {
    if (e.getCause() instanceof InputException input) {
      throw input;
    }
    return e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
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
