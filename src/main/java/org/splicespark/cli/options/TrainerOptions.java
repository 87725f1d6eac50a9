package org.splicespark.cli.options;

import picocli.CommandLine.Mixin;

/** What all commands that train have in common. */
public final class TrainerOptions {
  @Mixin private ModelOutputOptions output;

  @Mixin private DatasetOptions data;

  @Mixin private TrainingOptions training;

  @Mixin private SparkOptions spark;

  public ModelOutputOptions output() {
    return output;
  }

  public DatasetOptions data() {
    return data;
  }

  public TrainingOptions training() {
    return training;
  }

  public SparkOptions spark() {
    return spark;
  }
}
