package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.model.Flank;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** Command lines and inputs of {@code calibrate} where something is wrong. */
@Tag("spark")
class CalibrateInputsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    MadeUpGenes.write(folder.resolve("data"), SharedSpark.context());
    write("broken.h5", "no HDF5");
    write("lone/parquet/train/part-0.parquet", "");
    write("prose.txt", "Call me Ishmael.\n");
    write("cold.txt", "[1 0 1]\n");
    write("done/calibrated_model.pt", "old");
    Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F400, 1));
    Files.createDirectory(folder.resolve("again"));
    Files.copy(folder.resolve("model.pt"), folder.resolve("again/calibrated_model.pt"));
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void requireNothingNew(String changes, Consumer<Ended> required)
      throws IOException {
    Map<String, String> options = new TreeMap<>();
    options.put("--data", "DIR/data");
    options.put("-o", "DIR/out");
    options.put("-m", "DIR/model.pt");
    Invocation invocation = new Invocation(folder, "calibrate", options);
    Map<String, Long> before = invocation.files();
    required.accept(invocation.run(changes));
    assertEquals(before, invocation.files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-o=none # '--output-dir=FOLDER'",
        "-m=none # '--pretrained-model=PT'",
        "--data=none # give --data FOLDER, as create-data wrote it, or --train-dataset",
        "-train=DIR/data/parquet/train # --data or --train-dataset, not both",
        "-f=90 # --flanking-size must be 80, 400, 2000 or 10000, not 90",
        "--temperature=warm # expected scalar, per-class, not warm",
        "--optimizer=lbfgs # expected newton, adam, not lbfgs",
        "--device=gpu # --device must be auto, cpu or cuda:N, not gpu",
        "-T=DIR/none.pt --optimizer=adam # --optimizer says how to look for a temperature",
        "-T=DIR/none.pt --temperature=scalar # --temperature says how to look for a temperature",
        "more # 'more'",
      })
  void aCommandLineThatIsWrongIsUsage(String changes, String fragment) throws IOException {
    requireNothingNew(changes, ended -> ended.requireUsage(fragment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-m=DIR/none.pt # none.pt: no such file",
        "-m=DIR/prose.txt # prose.txt: is not a PyTorch checkpoint",
        "-m=DIR/done # done: is a folder; give one checkpoint of it",
        "-f=80 # model.pt: the model's flank is 400, --flanking-size says 80",
        "-T=DIR/none.pt # none.pt: no such file",
        "-T=DIR/prose.txt # prose.txt: no temperature, such as [0.95 0.94 0.99]: Call me Ishmael.",
        "-T=DIR/cold.txt # cold.txt: a temperature is from 0.05 to 5.0, not 0.0",
        "-T=DIR/model.pt # model.pt: holds no single tensor",
        "-o=DIR/prose.txt # prose.txt: is a file, not a folder",
        "-o=DIR/done # calibrated_model.pt: is there already; give another --output-dir, or",
        "-m=DIR/again/calibrated_model.pt -o=DIR/again --overwrite # would be replaced by its own calibration",
        "--data=DIR/none # none: no such folder",
        "--data=DIR/lone # train: no validation set beside it; --validation-dataset names one",
        "--data=none --validation-dataset=DIR/none.h5 # none.h5: no such file or folder",
        "--validation-dataset=DIR/broken.h5 # broken.h5",
        "--test-dataset=DIR/broken.h5 # broken.h5",
        "--test-dataset=DIR/none.h5 # none.h5: no such file or folder",
      })
  void anInputThatCannotBeUsedIsTheOnlyLine(String changes, String fragment) throws IOException {
    requireNothingNew(changes, ended -> ended.requireInput(fragment));
  }

  @Test
  void helpHasEveryOptionOfThePublishedProgram() {
    Ended ended = Ended.of("calibrate", "--help").requireDone();
    String published =
        "-n --epochs -E --early-stopping -P --patience -o --output-dir -p --project-name -e"
            + " --exp-num -f --flanking-size -r --random-seed -T --temperature-file -m"
            + " --pretrained-model -train --train-dataset -test --test-dataset -l --loss";
    for (String option : published.split(" ")) {
      String whole = "(?s).*(^|[\\s,/])" + option + "([\\s,=/.]).*";
      assertTrue(ended.out().matches(whole), option + " in " + ended.out());
    }
    assertTrue(ended.out().contains("without effect"), ended.out());
    assertTrue(ended.out().contains("Example:\n  splicespark calibrate "), ended.out());
  }
}
