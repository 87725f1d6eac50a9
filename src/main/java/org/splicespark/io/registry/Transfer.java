package org.splicespark.io.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Asks a server once for what is missing of a file.
 *
 * @param most bytes that the file can have
 */
record Transfer(Web web, URI address, long most) {
  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * @param sure whether the file's digest is known, so that its rest may be asked for without the
   *     server's word that it is the same file; otherwise a rest of another ETag or date is none
   * @param progress told how many bytes are here
   * @return what the server said; its bytes are in the part file, to their end
   * @throws IOException if nothing came, or not all; some may be in the part file
   * @throws Unwritable if the disk is to blame
   */
  Reply run(PartFile part, boolean sure, BiConsumer<Long, Reply> progress) throws IOException {
    Optional<String> validator = part.validator();
    long have = sure || validator.isPresent() ? part.size() : 0;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("User-Agent", "splicespark").GET();
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
      validator.ifPresent(value -> request.header("If-Range", value));
    }
    Optional<String> required = have > 0 && !sure ? validator : Optional.empty();
    try (Arrival arrival = new Arrival(part, have, required, most, progress)) {
      await(web.client().sendAsync(request.build(), arrival), arrival);
      if (arrival.failure().isPresent()) {
        throw new Unwritable(arrival.failure().get());
      }
      return arrival.reply().orElseThrow(() -> new IOException("no answer"));
    }
  }

  private void await(CompletableFuture<HttpResponse<Void>> exchange, Arrival arrival)
      throws IOException {
    while (true) {
      try {
        exchange.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (arrival.hasEnough()) {
          exchange.cancel(true);
          return;
        }
        if (arrival.silence() > web.patience().silence().toNanos()) {
          exchange.cancel(true);
          throw new HttpTimeoutException(
              "nothing came for " + web.patience().silence().toSeconds() + " s");
        }
      } catch (ExecutionException e) {
        throw Web.failure(e);
      } catch (InterruptedException e) {
        exchange.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** The disk does not take what came: another attempt would not help. */
  static final class Unwritable extends IOException {
    private static final long serialVersionUID = 1L;

    Unwritable(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
