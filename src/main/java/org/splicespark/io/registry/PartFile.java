package org.splicespark.io.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What there is of a download, hidden beside its final place, so that it can be gone on with later,
 * by another process too.
 *
 * @param bytes the first bytes of the file
 * @param tag the server's word for which file they are of; perhaps not there
 */
record PartFile(Path bytes, Path tag) {

  static PartFile beside(Path target) {
    String name = "." + target.getFileName() + ".part";
    return new PartFile(target.resolveSibling(name), target.resolveSibling(name + ".tag"));
  }

  long size() throws IOException {
    return Files.exists(bytes) ? Files.size(bytes) : 0;
  }

  /** What the tag has, unless it is damaged: then it could not be sent, and says nothing. */
  Optional<String> validator() throws IOException {
    if (!Files.exists(tag)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(tag), StandardCharsets.ISO_8859_1);
    return Optional.of(text).filter(value -> value.matches("[!-~]([ -~]*[!-~])?"));
  }

  /**
   * Open for the bytes from an offset on; those behind it go.
   *
   * @param validator of the file that comes
   */
  FileChannel from(long offset, Optional<String> validator) throws IOException {
    Files.deleteIfExists(tag);
    FileChannel channel =
        FileChannel.open(bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(offset).position(offset);
    if (validator.isPresent()) {
      Files.writeString(tag, validator.get());
    }
    return channel;
  }

  /** Gives it its name, over a file that has it. */
  void finish(Path target) throws IOException {
    Files.move(bytes, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(tag);
  }

  void delete() throws IOException {
    Files.deleteIfExists(bytes);
    Files.deleteIfExists(tag);
  }
}
