package org.splicespark.io.registry;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.splicespark.error.InputException;

/**
 * The proxy for an address: Java's system properties where they name one for its scheme, else the
 * variables that other programs heed, {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}
 * and {@code NO_PROXY}, in either case. This machine itself is never asked for through a proxy of
 * the variables, as Java does with its properties.
 */
final class ProxySettings extends ProxySelector {
  private final Map<String, String> environment;

  ProxySettings(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (!System.getProperty(uri.getScheme() + ".proxyHost", "").isBlank()) {
      return ProxySelector.getDefault().select(uri);
    }
    return List.of(
        proxy(uri)
            .map(p -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(p.getHost(), port(p))))
            .orElse(Proxy.NO_PROXY));
  }

  /** The name and password of the variables' proxies. */
  Optional<Authenticator> authenticator() {
    boolean some =
        List.of("https_proxy", "http_proxy", "all_proxy").stream()
            .flatMap(name -> usable(name).stream())
            .anyMatch(proxy -> proxy.getUserInfo() != null);
    return some ? Optional.of(new ForProxies()) : Optional.empty();
  }

  private Optional<URI> proxy(URI uri) {
    if (isExempt(uri)) {
      return Optional.empty();
    }
    return needed(uri.getScheme() + "_proxy").or(() -> needed("all_proxy"));
  }

  /**
   * @throws InputException if it is of another kind; without its value, which may have a password
   */
  private Optional<URI> needed(String variable) {
    Optional<URI> proxy = usable(variable);
    if (proxy.isEmpty() && !variable(variable).isBlank()) {
      throw new InputException(
          variable
              + ": the environment names a proxy that is no http://HOST:PORT, the one kind there"
              + " is");
    }
    return proxy;
  }

  /** Empty too if it is of another kind, which is no matter as long as nobody needs it. */
  private Optional<URI> usable(String variable) {
    String value = variable(variable);
    try {
      URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
      return Optional.of(proxy).filter(p -> p.getHost() != null && p.getScheme().equals("http"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isExempt(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String entry : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      if (entry.equals("*") || matches(entry, host, port(uri))) {
        return true;
      }
    }
    return false;
  }

  /**
   * An entry is a host or a domain, with or without a dot or a star before it, and perhaps a port.
   */
  private static boolean matches(String entry, String host, int port) {
    int colon = entry.lastIndexOf(':');
    boolean ported = colon > 0 && entry.substring(colon + 1).matches("\\d+");
    if (ported && !entry.substring(colon + 1).equals(String.valueOf(port))) {
      return false;
    }
    String name = (ported ? entry.substring(0, colon) : entry).replaceFirst("^\\*?\\.", "");
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  private String variable(String name) {
    String small = environment.getOrDefault(name, "");
    return small.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
  }

  private static int port(URI uri) {
    int usual = uri.getScheme().equals("https") ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The exchange fails, and says so.
  }

  /** Answers proxies only, and each with its own name and password. */
  private final class ForProxies extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      if (getRequestorType() != RequestorType.PROXY) {
        return null;
      }
      return List.of("https_proxy", "http_proxy", "all_proxy").stream()
          .flatMap(name -> usable(name).stream())
          .filter(p -> p.getUserInfo() != null)
          .filter(p -> p.getHost().equals(getRequestingHost()) && port(p) == getRequestingPort())
          .findFirst()
          .map(p -> p.getUserInfo().split(":", 2))
          .map(p -> new PasswordAuthentication(p[0], (p.length > 1 ? p[1] : "").toCharArray()))
          .orElse(null);
    }
  }
}
