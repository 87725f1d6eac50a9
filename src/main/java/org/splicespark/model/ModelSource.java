package org.splicespark.model;

import java.io.Serializable;
import java.util.List;

/**
 * The checkpoints of one ensemble, as the driver read and checked them. Carries the files' bytes (a
 * few MB each), so that executors need no file system in common with the driver.
 *
 * @param family of all members
 * @param flank the flank that all members have
 */
public record ModelSource(Family family, List<Member> members, int flank) implements Serializable {

  public ModelSource {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs a member");
    }
  }

  /** Members of {@link Family#OPENSPLICEAI}. */
  public ModelSource(List<Member> members, int flank) {
    this(Family.OPENSPLICEAI, members, flank);
  }

  /** What the answers' channels mean: those of the members, each kind once, in their order. */
  public Channels channels() {
    return Channels.joined(members.stream().map(Member::channels).distinct().toList());
  }

  /**
   * One checkpoint.
   *
   * @param name the file's name, for messages
   * @param sha256 of the file that was published, in hexadecimal
   * @param content a PyTorch state dict: the file itself, or what it was turned into
   * @param channels what this member answers; members of one kind are averaged
   */
  public record Member(String name, String sha256, byte[] content, Channels channels)
      implements Serializable {

    /** A member that answers {@link Channels#SITES}. */
    public Member(String name, String sha256, byte[] content) {
      this(name, sha256, content, Channels.SITES);
    }

    /** What tells this member from any other: one file may answer several things. */
    private String key() {
      return channels.meaning() == Channels.Meaning.SITES
          ? sha256
          : sha256 + ":" + String.join(",", channels.names());
    }
  }

  /** What tells this ensemble from any other: the digests of its members, in order. */
  public String key() {
    return String.join("+", members.stream().map(Member::key).toList());
  }
}
