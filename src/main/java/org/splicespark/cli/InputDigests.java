package org.splicespark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of a run's inputs, in hexadecimal; that of the annotation is empty without one. */
record InputDigests(String reference, Optional<String> annotation) {

  /** A genome takes seconds to read: it is done beside the scoring. */
  static CompletableFuture<InputDigests> of(Path reference, Optional<Path> annotation) {
    return CompletableFuture.supplyAsync(
        () -> new InputDigests(sha256(reference), annotation.map(InputDigests::sha256)));
  }

  private static String sha256(Path file) {
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
