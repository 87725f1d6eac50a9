package org.splicespark.cli.bench.scale;

import java.util.List;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * What a task takes, in seconds.
 *
 * @param each whatever is in it: opening files, committing, the first tile
 * @param perRecord reading, planning and writing one line
 * @param perScored one outcome with scores
 */
record TaskCost(double each, double perRecord, double perScored) {
  private static final boolean[][] TERMS = {
    {true, true, true}, {false, true, true}, {true, false, true}, {false, false, true}
  };

  double seconds(CohortParts.Part part) {
    return each + perRecord * part.records() + perScored * part.scored();
  }

  /**
   * Least squares; a term that would be negative is left out.
   *
   * @throws IllegalArgumentException if there are too few tasks, or none scored anything
   */
  static TaskCost fitted(List<RunCosts.Task> tasks) {
    for (boolean[] terms : TERMS) {
      double[] found = solved(tasks, terms);
      if (found != null && found[0] >= 0 && found[1] >= 0 && found[2] > 0) {
        return new TaskCost(found[0], found[1], found[2]);
      }
    }
    throw new IllegalArgumentException(
        "the times of " + tasks.size() + " tasks say nothing; measure more records");
  }

  private static double[] solved(List<RunCosts.Task> tasks, boolean[] terms) {
    int count = (terms[0] ? 1 : 0) + (terms[1] ? 1 : 0) + 1;
    if (tasks.size() <= count) {
      return null;
    }
    double[] y = tasks.stream().mapToDouble(RunCosts.Task::seconds).toArray();
    double[][] x = tasks.stream().map(task -> row(task, terms, count)).toArray(double[][]::new);
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    try {
      regression.newSampleData(y, x);
      return spread(regression.estimateRegressionParameters(), terms);
    } catch (SingularMatrixException allAlike) {
      return null;
    }
  }

  private static double[] row(RunCosts.Task task, boolean[] terms, int count) {
    double[] row = new double[count];
    int i = 0;
    if (terms[0]) {
      row[i++] = 1;
    }
    if (terms[1]) {
      row[i++] = task.records();
    }
    row[i] = task.scored();
    return row;
  }

  private static double[] spread(double[] found, boolean[] terms) {
    double[] all = new double[3];
    int i = 0;
    for (int term = 0; term < 3; term++) {
      all[term] = terms[term] ? found[i++] : 0;
    }
    return all;
  }
}
