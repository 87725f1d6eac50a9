package org.splicespark.io.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.error.InputException;

/** How a file compares with what the manifest says of it. */
public enum Verdict {
  /** It has the digest. */
  GOOD,
  /** It is there, but the manifest has no digest for it. */
  UNKNOWN,
  /** It has other bytes. */
  DIFFERENT,
  /** It is not there. */
  MISSING;

  /**
   * @throws InputException if it is there and cannot be read
   */
  public static Verdict of(PublishedFile file, Path path) {
    if (!Files.isRegularFile(path)) {
      return MISSING;
    }
    if (file.sha256() == null) {
      return UNKNOWN;
    }
    return sha256(path).equalsIgnoreCase(file.sha256()) ? GOOD : DIFFERENT;
  }

  /** In hexadecimal. */
  public static String sha256(Path path) {
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(path);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read", e);
    }
  }
}
