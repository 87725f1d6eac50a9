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

  /** What the answers' channels mean: those of the members, each kind once, in their order. */
  public Channels channels() {
    return Channels.joined(members.stream().map(Member::channels).distinct().toList());
  }

  /**
   * One checkpoint.
   *
   * @param name the file's name, for messages
   * @param sha256 of the file, in hexadecimal
   * @param channels what this member answers; members of one kind are averaged
   */
  public record Member(String name, String sha256, byte[] content, Channels channels)
      implements Serializable {

    /** A member that answers {@link Channels#SITES}. */
    public Member(String name, String sha256, byte[] content) {
      this(name, sha256, content, Channels.SITES);
    }
  }

  /** What tells this ensemble from any other: the digests of its members, in order. */
  public String key() {
    return String.join("+", members.stream().map(Member::sha256).toList());
  }
}
