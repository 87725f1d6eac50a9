package org.splicespark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.doctor.Diagnosis;
import org.splicespark.cli.doctor.OneForward;
import org.splicespark.cli.options.ComputeOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.survey.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code splicespark doctor}: could a run begin here, and what to change if not. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Looks whether a run could begin: Java, Spark, libtorch (a network is run once), devices, memory per"
          + " task, disks, and whether the given files can be read or written; on the driver and on every"
          + " executor. A line for each: ok, warn, or FAIL and what to change.",
      "",
      "Example:",
      "  submit/cluster --cpu --master yarn -- doctor -m models/ hdfs:///ref/genome.fa hdfs:///out/",
      ""
    },
    footer = {"", "Exit codes: 0 nothing failed, 1 something did."})
final class DoctorCommand implements Callable<Integer> {
  private static final int SEED = 1;

  private final PrintStream out;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PATH|NAME",
      description = {
        "The model that will be run: a file, a folder or a fetched one's name, as variant takes them;"
            + " without, a small untrained one is."
      })
  private String model;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders of the run: inputs, outputs.")
  private List<String> paths = List.of();

  @Mixin private ComputeOptions computing;

  @Mixin private SparkOptions spark;

  DoctorCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Compute wanted = computing.compute();
    DjlModels.require(wanted);
    try (Workplace workplace = new Workplace(() -> spark.start("doctor"))) {
      ModelSource models =
          model == null
              ? untrained()
              : ScoringModels.files(PublishedModels.local(model, workplace));
      JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
      Survey survey = new Survey(context, paths, new OneForward(models));
      Diagnosis.Verdict verdict =
          new Diagnosis(
                  Version.of("spark"), wanted.device(), models.flank(), models.members().size())
              .of(Diagnosis.Gathered.of(context, survey, wanted));
      verdict.lines().forEach(out::println);
      return verdict.healthy() ? 0 : Main.FAILURE;
    }
  }

  /** The smallest network there is: the bytes of a checkpoint, as a file would have them. */
  private static ModelSource untrained() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CheckpointFiles.write(bytes, DjlModels.initialState(Flank.F80, SEED), Flank.F80);
    byte[] content = bytes.toByteArray();
    return new ModelSource(
        List.of(new ModelSource.Member("untrained", DigestUtils.sha256Hex(content), content)),
        Flank.F80.bases());
  }
}
