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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.model.Flank;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** Command lines and inputs of the commands that train, where something is wrong. */
@Tag("spark")
class TrainingInputsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    MadeUpGenes.write(folder.resolve("data"), SharedSpark.context());
    write("broken/part-0.parquet", "PAR1");
    write("broken.h5", "no HDF5");
    Files.createDirectories(folder.resolve("empty/parquet/train"));
    write("prose.txt", "Call me Ishmael.\n");
    Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F400, 1));
    write("full/SpliceAI_mine_80_0_rs42/0/models/model_0.pt", "old");
    write("full/SpliceAI_mine_400_0_rs42/0/models/model_0.pt", "old");
    write("joined/ensemble/SpliceAI_mine_80_0_rs42.pt", "old");
    write("other/ensemble/SpliceAI_yours_80_0_rs42.pt", "old");
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Invocation of(String command) {
    Map<String, String> options = new TreeMap<>();
    options.put("--data", "DIR/data");
    options.put("-o", "DIR/out");
    options.put("-p", "mine");
    if (command.equals("transfer")) {
      options.put("-m", "DIR/model.pt");
    }
    return new Invocation(folder, command, options);
  }

  private static void requireNothingNew(String command, String changes, Consumer<Ended> required)
      throws IOException {
    Map<String, Long> before = of(command).files();
    required.accept(of(command).run(changes));
    assertEquals(before, of(command).files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-o=none # '--output-dir=FOLDER'",
        "-p=none # '--project-name=NAME'",
        "-p=a/b # --project-name must be part of a file's name, not \"a/b\"",
        "-p=.. # --project-name must be part",
        "-e=a/b # --exp-num must be part of a file's name, not \"a/b\"",
        "-o=hdfs://host/out # --output-dir must be a folder on this machine's disk",
        "--data=none # give --data FOLDER, as create-data wrote it, or --train-dataset",
        "-train=DIR/data/parquet/train # --data or --train-dataset, not both",
        "--resume --overwrite # --resume or --overwrite, not both",
        "-n=0 # --epochs must be at least 1, not 0",
        "-n=x # '--epochs'",
        "-P=0 # --patience must be at least 1, not 0",
        "-r=x # 'x' is not a long",
        "-f=90 # --flanking-size must be 80, 400, 2000 or 10000, not 90",
        "-s=ReduceLROnPlateau # expected MultiStepLR or CosineAnnealingWarmRestarts, not Reduce",
        "-l=mse # expected cross-entropy-loss, focal-loss, not mse",
        "--focal-gamma=1 # --focal-gamma, --focal-alpha: for --loss focal_loss",
        "--focal-alpha=1,1,1 # --focal-gamma, --focal-alpha: for --loss focal_loss",
        "--focal-gamma=-1 -l=focal_loss # --focal-gamma must be a number that is not negative",
        "--focal-alpha=1,2 -l=focal_loss # --focal-alpha must be three weights, not 2",
        "--focal-alpha=1,2,-3 -l=focal_loss # --focal-alpha must be a number that is not negative",
        "--weight-decay=NaN # --weight-decay must be a number that is not negative, not NaN",
        "--learning-rate=0 # --learning-rate must be above 0, not 0.0",
        "--learning-rate=NaN # --learning-rate must be above 0, not NaN",
        "--milestones=-1 # --milestones must be at least 0, not -1",
        "--gamma=0 # --gamma must be above 0 and at most 1, not 0.0",
        "--gamma=1.5 # --gamma must be above 0 and at most 1, not 1.5",
        "--gamma=0.5 -s=CosineAnnealingWarmRestarts # --milestones, --gamma: for MultiStepLR",
        "--milestones=1 -s=CosineAnnealingWarmRestarts # --milestones, --gamma: for MultiStepLR",
        "--batch-size=-1 # --batch-size must be at least 0, not -1",
        "--workers=0 # --workers must be at least 1, not 0",
        "--steps-per-round=0 # --steps-per-round must be at least 1, not 0",
        "--threads=-1 # --threads must be at least 0, not -1",
        "--device=gpu # --device must be auto, cpu or cuda:N, not gpu",
        "--conf=x # KEY=VALUE",
        "more # 'more'",
      })
  void aCommandLineThatIsWrongIsUsageInEachCommand(String changes, String fragment)
      throws IOException {
    for (String command : new String[] {"train", "transfer", "ensemble"}) {
      requireNothingNew(command, changes, ended -> ended.requireUsage(fragment));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "train # -m=Other # --model can only be SpliceAI, not Other; to go on from a trained model",
        "ensemble # -m=Other # --model can only be SpliceAI, not Other",
        "train # --seeds=2 # --seeds",
        "train # --unfreeze=1 # --unfreeze",
        "ensemble # --seeds=0 # --seeds must be 1 to 1000 models, not 0",
        "ensemble # --seeds=1,1 # --seeds names a seed twice: 1,1",
        "ensemble # --seeds=x # --seeds must be a number, or seeds with commas, not x",
        "transfer # -m=none # '--pretrained-model=PT'",
        "transfer # -u=9 # --unfreeze must be 0 to 8 for a flank of 400, not 9",
        "transfer # -u=-1 # --unfreeze must be 0 to 8 for a flank of 400, not -1",
        "transfer # -u=0 --freeze-head # --unfreeze 0 --freeze-head leaves nothing to train",
      })
  void whatOneCommandOnlyTakesIsCheckedThere(String command, String changes, String fragment)
      throws IOException {
    requireNothingNew(command, changes, ended -> ended.requireUsage(fragment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--data=DIR/none # none: no such folder",
        "--data=DIR/full # full: has no parquet/train, hdf5/train or dataset_train.h5",
        "--data=DIR/empty # train: holds no shards",
        "--data=none --train-dataset=DIR/none.h5 # none.h5: no such file or folder",
        "--data=none --train-dataset=DIR/broken.h5 --overwrite # broken.h5",
        "--validation-dataset=DIR/broken # part-0.parquet: cannot be read as Parquet",
        "--test-dataset=DIR/broken.h5 # broken.h5",
        "--data=none --train-dataset=DIR/prose.txt # prose.txt: neither .parquet nor .h5",
        "--test-dataset=DIR/none.h5 # none.h5: no such file or folder",
        "--validation-dataset=DIR/none.h5 # none.h5: no such file or folder",
        "-o=DIR/prose.txt # prose.txt: is a file, not a folder",
        "-o=DIR/prose.txt/out # prose.txt: is a file, not a folder",
        "-o=DIR/full # 0: has a model or an unfinished training already; give --resume to go on, or --overwrite",
        "--workers=3 # --workers 3: the session runs 2 tasks at a time (local[2,4]); give fewer",
      })
  void anInputThatCannotBeUsedIsTheLastLineInEachCommand(String changes, String fragment)
      throws IOException {
    for (String command : new String[] {"train", "transfer", "ensemble"}) {
      requireNothingNew(command, changes, ended -> requireInput(ended, fragment));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "train # -o=/proc/none/out # rs42/0: cannot be made a folder; give another --output-dir",
        "transfer # -o=/proc/none/out # rs42/0: cannot be made a folder; give another --output-dir",
        "transfer # -m=DIR/none.pt # none.pt: no such file",
        "transfer # -m=DIR/prose.txt # prose.txt",
        "transfer # -m=DIR/full # full: is a folder; give one checkpoint of it",
        "transfer # -f=80 # model.pt: the model's flank is 400, --flanking-size says 80",
        "ensemble # -o=DIR/joined # ensemble: has models already; give --resume",
        "ensemble # -o=DIR/other # holds another ensemble's SpliceAI_yours_80_0_rs42.pt",
        "ensemble # -o=DIR/other --overwrite # holds another ensemble's SpliceAI_yours",
        "ensemble # -o=DIR/full --seeds=41,42 # rs42/0: has a model or an unfinished training already",
      })
  void whatOneCommandOnlyNeedsIsLookedAtThere(String command, String changes, String fragment)
      throws IOException {
    requireNothingNew(command, changes, ended -> ended.requireInput(fragment));
  }

  /** Notes about sets that nobody named may stand before it. */
  private static void requireInput(Ended ended, String fragment) {
    assertEquals(Main.INPUT, ended.code(), ended.err());
    assertEquals("", ended.out());
    String last = ended.err().lines().reduce((one, next) -> next).orElseThrow();
    assertTrue(last.startsWith("splicespark: ") && last.contains(fragment), ended.err());
    long others = ended.err().lines().filter(line -> !line.startsWith("note: no ")).count();
    assertEquals(1, others, ended.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "transfer", "ensemble"})
  void helpHasEveryOptionOfThePublishedTrainer(String command) {
    Ended ended = Ended.of(command, "--help").requireDone();
    String published =
        "-n --epochs -s --scheduler -E --early-stopping -P --patience -o --output-dir -p"
            + " --project-name -e --exp-num -f --flanking-size -r --random-seed -train"
            + " --train-dataset -test --test-dataset -l --loss -m ";
    String own =
        command.equals("transfer")
            ? "--pretrained-model -A --unfreeze-all -u --unfreeze"
            : "--model";
    for (String option : (published + own).split(" ")) {
      String whole = "(?s).*(^|[\\s,/])" + option + "([\\s,=/]).*";
      assertTrue(ended.out().matches(whole), option + " in " + ended.out());
    }
    assertTrue(ended.out().contains("Example:\n  splicespark " + command + " "), ended.out());
  }
}
