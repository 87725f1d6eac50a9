package org.splicespark.cli.bench.scale;

import java.util.List;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.spark.PartCount;

/** How a cohort of any size would go on clusters that are not there. */
final class Forecast {
  private final RunInputs inputs;
  private final CohortParts cohort;
  private final double bytesPerRecord;

  Forecast(RunInputs inputs, CohortParts cohort, double bytesPerRecord) {
    this.inputs = inputs;
    this.cohort = cohort;
    this.bytesPerRecord = bytesPerRecord;
  }

  /**
   * @param parts into which the file is cut
   */
  record Stage(Cluster cluster, int parts, Schedule schedule) {}

  double bytes() {
    return bytesPerRecord * cohort.records();
  }

  int records() {
    return cohort.records();
  }

  /** Cut as the program would. */
  Stage on(int executors, int cores) {
    Cluster cluster = inputs.cluster(executors, cores);
    return cutInto(new PartCount((long) bytes(), cluster.slots()).wanted(), cluster);
  }

  /** Cut otherwise. */
  Stage with(int partsPerCore, int executors, int cores) {
    Cluster cluster = inputs.cluster(executors, cores);
    return cutInto(Math.multiplyExact(partsPerCore, cluster.slots()), cluster);
  }

  private Stage cutInto(int wanted, Cluster cluster) {
    List<CohortParts.Part> parts = cohort.cut(Math.min(wanted, cohort.records()));
    return new Stage(cluster, parts.size(), inputs.schedule(parts, cluster));
  }

  static Forecast of(
      RunInputs inputs,
      Genome genome,
      Annotation annotation,
      CohortParameters parameters,
      double bytesPerRecord) {
    return new Forecast(inputs, CohortParts.of(genome, annotation, parameters), bytesPerRecord);
  }
}
