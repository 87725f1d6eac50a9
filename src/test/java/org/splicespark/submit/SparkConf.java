package org.splicespark.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of Spark's settings in {@code conf/}, as its readers see it. */
record SparkConf(Path file, Map<String, String> settings, List<String> withoutReason) {
  static SparkConf cpu() throws IOException {
    return read(Path.of("conf", "spark-cpu.conf"));
  }

  static SparkConf gpu() throws IOException {
    return read(Path.of("conf", "spark-gpu.conf"));
  }

  private static SparkConf read(Path file) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    List<String> withoutReason = new ArrayList<>();
    String before = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("spark.")) {
        String[] parts = line.split("\\s+", 2);
        settings.put(parts[0], parts[1].strip());
        if (!before.startsWith("# ")) {
          withoutReason.add(parts[0]);
        }
      }
      before = line;
    }
    return new SparkConf(file, settings, withoutReason);
  }
}
