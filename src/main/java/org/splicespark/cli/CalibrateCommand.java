package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.calibrate.Temperature;
import org.splicespark.cli.options.CalibrationOptions;
import org.splicespark.cli.options.DatasetOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.cli.options.UnusedCalibrationOptions;
import org.splicespark.djl.DjlModels;
import org.splicespark.djl.TemperatureFiles;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.calibration.CalibrationJob;
import org.splicespark.spark.calibration.CalibrationReport;
import org.splicespark.spark.calibration.CalibrationRequest;
import org.splicespark.spark.training.DatasetFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code splicespark calibrate}: probabilities that mean what they say. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Finds the temperatures by which a model's logits are to be divided so that its probabilities fit"
          + " the validation set best. Writes them as temperature.pt and temperature.txt, which variant"
          + " --temperature takes, and within the model as calibrated_model.pt: an ordinary state dict,"
          + " which variant -m and OpenSpliceAI take as any other. Places behind a gene's end count as"
          + " places without a site, as in OpenSpliceAI.",
      "",
      "Example:",
      "  splicespark calibrate -m models/model_best.pt --data data/ -o calibrated/",
      ""
    },
    footer = {"", UnusedCalibrationOptions.FOOTER})
final class CalibrateCommand implements Callable<Integer> {
  private final PrintStream err;

  @Option(
      names = {"-m", "--pretrained-model"},
      required = true,
      paramLabel = "PT|NAME",
      description = "The checkpoint to calibrate (.pt), or a fetched one's name.")
  private String model;

  @Option(
      names = {"-o", "--output-dir"},
      required = true,
      paramLabel = "FOLDER",
      description = "A folder on this machine.")
  private String output;

  @Option(names = "--overwrite", description = "Replace a calibration that is there.")
  private boolean overwrite;

  @Mixin private CalibrationOptions options;

  @Mixin private DatasetOptions data;

  @Mixin private SparkOptions spark;

  @Mixin private UnusedCalibrationOptions unused;

  CalibrateCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    data.requireValidation();
    Compute compute = options.compute();
    Optional<String> file = options.file();
    try (Workplace workplace = new Workplace(() -> spark.start("calibrate"))) {
      Pretrained read = Pretrained.read(model, workplace, options.flank());
      Optional<Temperature> given = file.map(name -> TemperatureFiles.read(workplace.local(name)));
      CalibrationFolder folder = new CalibrationFolder(Path.of(output));
      folder.requireFree(read.file(), overwrite);
      JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
      CalibrationRequest request = request(read.source(), given, compute, context);
      folder.begin();
      CalibrationReport report = new CalibrationJob(context, DjlModels::open).run(request);
      folder.write(request, report);
      new CalibrationSummary(report).print(err, folder.model());
    }
    return 0;
  }

  private CalibrationRequest request(
      ModelSource source, Optional<Temperature> given, Compute compute, JavaSparkContext context)
      throws IOException {
    HadoopFiles files = new HadoopFiles(context.hadoopConfiguration());
    TrainingData names = TrainingData.evaluated(data, files, err);
    return new CalibrationRequest(
        source,
        DatasetFiles.of(names.validation().orElseThrow(), files),
        names.test().map(name -> DatasetFiles.of(name, files)),
        given,
        options.classes(),
        options.optimizer(),
        options.compat(),
        compute);
  }
}
