package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.cli.options.Parsed;
import org.splicespark.spark.HadoopFiles;

class TrainingDataTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;

  /** The names' ends; DIR in a line is the folder. */
  private String found(String line) throws IOException {
    said.reset();
    TrainingData data =
        TrainingData.of(
            Parsed.trainer(line.replace("DIR", folder.toString())).data(),
            new HadoopFiles(new Configuration(false)),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    String all = data.train() + " " + data.validation().orElse("-") + " " + data.test().orElse("-");
    return all.replace(folder + "/", "");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "data/parquet/train, data/parquet/validation",
    "data/parquet/train/, data/parquet/validation",
    "dataset_train.h5, dataset_validation.h5",
    "train/train_of_train.h5, train/train_of_validation.h5",
    "trainer.h5, validationer.h5",
    "train/shards, -",
    "hdfs://host/train, hdfs://host/validation",
    "x.h5, -",
    "/, -",
  })
  void theNameOfTheValidationSetFollowsFromThatOfTheTrainingSet(String train, String expected) {
    assertEquals(expected, TrainingData.derived(train).orElse("-"));
  }

  @Test
  void theFolderOfCreateDataHasAllThreeSetsParquetFirst() throws IOException {
    make("a/hdf5/train/x.h5", "a/hdf5/test/x.h5", "a/hdf5/validation/x.h5");
    String hdf5 = "a/hdf5/train a/hdf5/validation a/hdf5/test";
    assertEquals(hdf5, found("--data DIR/a"));
    assertEquals(hdf5, found("--data DIR/a/"));
    make("a/parquet/train/x", "a/parquet/test/x", "a/parquet/validation/x");
    assertEquals("a/parquet/train a/parquet/validation a/parquet/test", found("--data DIR/a"));
    make("b/dataset_train.h5", "b/dataset_test.h5", "b/dataset_validation.h5");
    assertEquals(
        "b/dataset_train.h5 b/dataset_validation.h5 b/dataset_test.h5", found("--data DIR/b"));
    assertEquals("", said());
  }

  @Test
  void setsThatAreNamedStandForThoseOfTheFolder() throws IOException {
    make("a/hdf5/train/x.h5", "a/hdf5/test/x.h5", "a/hdf5/validation/x.h5");
    assertEquals(
        "a/hdf5/train v t", found("--data DIR/a --validation-dataset DIR/v --test-dataset DIR/t"));
  }

  @Test
  void aValidationSetThatNobodyNamedIsTold() throws IOException {
    make("dataset_train.h5", "dataset_validation.h5");
    assertEquals(
        "dataset_train.h5 dataset_validation.h5 t",
        found("-train DIR/dataset_train.h5 -test DIR/t"));
    assertEquals("validation set: dataset_validation.h5", said().strip());
    assertEquals(
        "dataset_train.h5 v t",
        found("-train DIR/dataset_train.h5 -test DIR/t --validation-dataset DIR/v"));
    assertEquals("", said());
  }

  @Test
  void setsThatAreMissingAreTold() throws IOException {
    make("a/hdf5/train/x.h5");
    assertEquals("a/hdf5/train - -", found("--data DIR/a"));
    assertEquals(
        "note: no validation set beside a/hdf5/train; the training loss chooses the best epoch"
            + " (--validation-dataset names one)\n"
            + "note: no test set (--test-dataset names one)\n",
        said());
  }
}
