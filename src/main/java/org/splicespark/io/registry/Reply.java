package org.splicespark.io.registry;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says before the bytes.
 *
 * @param have bytes that were here when it was asked
 * @param tag of the file they are of, where a rest must have it too; empty where any rest will do
 */
record Reply(int status, HttpHeaders headers, long have, Optional<String> tag) {
  private static final int WHOLE = 200;
  private static final int PART = 206;
  private static final int NO_SUCH_RANGE = 416;
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  static Reply of(ResponseInfo info, long have, Optional<String> tag) {
    return new Reply(info.statusCode(), info.headers(), have, tag);
  }

  /** One that nothing was asked for before. */
  static Reply first(int status, HttpHeaders headers) {
    return new Reply(status, headers, 0, Optional.empty());
  }

  /** Whether bytes of the file follow, at a place that is of use. */
  boolean hasBytes() {
    return status == WHOLE || status == PART && range().isPresent() && goesOn();
  }

  /** Some servers do not heed If-Range: what they say the rest is of decides. */
  private boolean goesOn() {
    return offset() == have && (tag.isEmpty() || tag.equals(validator()));
  }

  /** Where its bytes begin in the file. */
  long offset() {
    return status == PART ? Long.parseLong(range().orElseThrow().group(1)) : 0;
  }

  /** The length of the whole file, if it says so. */
  OptionalLong total() {
    if (status == PART) {
      String total = range().map(range -> range.group(2)).orElse("*");
      return total.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total));
    }
    return headers.firstValueAsLong("Content-Length");
  }

  /** By which the rest can be asked for later, and no other file's rest be given. */
  Optional<String> validator() {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"));
  }

  /** Whether what is here is of no use to this server: it must be asked for all. */
  boolean wantsFreshStart() {
    return status == NO_SUCH_RANGE || status == PART && !hasBytes();
  }

  /** Whether it may be another answer in a while. */
  boolean isPassing() {
    return PASSING.contains(status);
  }

  /** How long to wait, where the server says so in seconds. */
  Duration asked() {
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  /** What kept the file from coming, in words. */
  String refusal() {
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          "the server sends us on to "
              + headers.firstValue("Location").orElse("nowhere")
              + ", from https to http or too often";
      case 401, 403 -> "the server does not give it to us (" + status + ")";
      case 404, 410 -> "the server has no such file (" + status + ")";
      case 407 -> "the proxy wants a name and a password (407); give them in the proxy's address";
      default -> "the server answers " + status;
    };
  }

  private Optional<Matcher> range() {
    return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
  }
}
