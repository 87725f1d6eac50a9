package org.splicespark.io.training;

public final class TrainingJson {
  public static void write(
      java.nio.file.Path p,
      org.splicespark.train.TrainingParameters a,
      java.util.Map<String, String> d,
      org.splicespark.train.TrainingHistory h)
      throws java.io.IOException {
    java.nio.file.Files.writeString(p, "{}");
  }
}
