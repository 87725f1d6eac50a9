package org.splicespark.model;

import java.io.Serializable;
import java.util.List;

/**
 * The checkpoints of one ensemble, as the driver read and checked them. Carries the files' bytes (a
 * few MB each), so that executors need no file system in common with the driver.
 *
 * @param flank the flank that all members have
 */
public record ModelSource(List<Member> members, int flank) implements Serializable {

  public ModelSource {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs a member");
    }
  }

  /**
   * One checkpoint.
   *
   * @param name the file's name, for messages
   * @param sha256 of the file, in hexadecimal
   */
  public record Member(String name, String sha256, byte[] content) implements Serializable {}

  /** What tells this ensemble from any other: the digests of its members, in order. */
  public String key() {
    return String.join("+", members.stream().map(Member::sha256).toList());
  }
}
