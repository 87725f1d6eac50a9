package org.splicespark.model;

import java.util.List;

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
  }

  @Override
  public int flank() {
    return members.get(0).flank();
  }

  @Override
  public Probabilities score(Batch batch) {
    if (members.size() == 1) {
      return members.get(0).score(batch);
    }
    float[] sum = null;
    Probabilities last = null;
    for (SpliceModel member : members) {
      last = member.score(batch);
      sum = added(sum, last.values());
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= members.size();
    }
    return new Probabilities(last.count(), last.length(), sum);
  }

  private static float[] added(float[] sum, float[] more) {
    if (sum == null) {
      return more.clone();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return sum;
  }

  @Override
  public void close() {
    members.forEach(SpliceModel::close);
  }
}
