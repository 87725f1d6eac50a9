package org.splicespark.io.vcf;

import org.splicespark.error.InputException;

/** What is said of a compressed file that cannot be read to its end. */
final class Damage {

  private Damage() {}

  static InputException truncated(ByteSource source, long position) {
    return new InputException(
        source.name() + ": truncated after about byte " + position + "; copy the file again");
  }

  static InputException corrupt(ByteSource source, long position) {
    return new InputException(
        source.name() + ": damaged data after about byte " + position + "; copy the file again");
  }

  static InputException notBgzf(ByteSource source, long position) {
    return new InputException(
        source.name() + ": no BGZF block at byte " + position + "; compress it again with bgzip");
  }
}
