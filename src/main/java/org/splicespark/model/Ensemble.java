package org.splicespark.model;

import java.util.List;
import java.util.Optional;

/**
 * Several models that answer as one: the mean of their probabilities, summed in the members' order.
 */
public final class Ensemble implements SpliceModel {
  private final List<SpliceModel> members;

  public Ensemble(List<? extends SpliceModel> members) {
    this.members = List.copyOf(members);
    if (this.members.stream().mapToInt(SpliceModel::flank).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "the members of an ensemble must have one flank in common");
    }
    if (this.members.stream().map(SpliceModel::channels).distinct().count() != 1) {
      throw new IllegalArgumentException("the members of an ensemble must answer the same");
    }
  }

  @Override
  public int flank() {
    return members.get(0).flank();
  }

  @Override
  public Channels channels() {
    return members.get(0).channels();
  }

  @Override
  public Probabilities score(Batch batch) {
    return Probabilities.mean(members.stream().map(member -> member.score(batch)).toList());
  }

  @Override
  public List<SpliceModel> replicates() {
    return members;
  }

  /** There if every member can do it. */
  @Override
  public Optional<EditModel> edits() {
    List<EditModel> edits = members.stream().flatMap(member -> member.edits().stream()).toList();
    return edits.size() < members.size()
        ? Optional.empty()
        : Optional.of(tile -> TileAnswer.mean(edits.stream().map(m -> m.score(tile)).toList()));
  }

  @Override
  public long multiplyAdds() {
    return members.stream().mapToLong(SpliceModel::multiplyAdds).sum();
  }

  @Override
  public void close() {
    members.forEach(SpliceModel::close);
  }
}
