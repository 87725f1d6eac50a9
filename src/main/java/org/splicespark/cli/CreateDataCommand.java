package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.GeneOptions;
import org.splicespark.cli.options.ParalogOptions;
import org.splicespark.cli.options.ShardOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.cli.options.SplitOptions;
import org.splicespark.dataset.SplitParameters;
import org.splicespark.io.FastaGenome;
import org.splicespark.spark.FastaOpener;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.shards.CreateDataJob;
import org.splicespark.spark.shards.CreateDataReport;
import org.splicespark.spark.shards.CreateDataRequest;
import org.splicespark.spark.shards.WrittenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code splicespark create-data}: training shards of a genome and its annotation. */
@Command(
    name = "create-data",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes training data: every gene's bases on its coding strand, a label for each base (acceptor:"
          + " first base of an exon after an intron; donor: last base of an exon before one; neither),"
          + " cut into chunks of 5,000 labelled bases with 5,000 of context on either side.",
      "",
      "Example:",
      "  splicespark create-data --genome-fasta genome.fa --annotation-gff genes.gff3 --output-dir data/",
      ""
    })
final class CreateDataCommand implements Callable<Integer> {
  private final PrintStream err;

  @Spec private CommandSpec command;

  @Option(
      names = "--genome-fasta",
      required = true,
      paramLabel = "FASTA",
      description = "Genome, plain or bgzipped; indexed on first use.")
  private String genome;

  @Option(
      names = "--annotation-gff",
      required = true,
      paramLabel = "FILE",
      description = "Genes: GFF3 or GTF (RefSeq, Ensembl, GENCODE).")
  private String annotation;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the shards go, and manifest.json beside them.")
  private String output;

  @Mixin private GeneOptions genes;

  @Mixin private SplitOptions splits;

  @Mixin private ParalogOptions paralogs;

  @Mixin private ShardOptions shards;

  @Mixin private SparkOptions spark;

  CreateDataCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    SplitParameters dealing = splits.parameters();
    CreateDataRequest.Running running = shards.parameters();
    try (Workplace workplace = new Workplace(() -> spark.start("create-data"))) {
      Path fasta = workplace.local(genome);
      Path genesFile = workplace.local(annotation);
      var known = paralogs.known(workplace::local);
      TrainingGenes found;
      try (FastaGenome opened = FastaGenome.open(fasta)) {
        ReferenceInputs inputs = ReferenceInputs.read(opened, genome, genesFile, annotation, err);
        found = TrainingGenes.of(inputs, genes.selection(), dealing, annotation);
      }
      CompletableFuture<InputDigests> digests = InputDigests.of(fasta, Optional.of(genesFile));
      JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
      HadoopFiles files = new HadoopFiles(context.hadoopConfiguration());
      FastaOpener opener = FastaOpener.of(genome, files);
      CreateDataRequest request =
          new CreateDataRequest(
              Version.number(),
              output,
              List.of(genome, annotation),
              opener,
              found.splits(),
              found.draw(dealing),
              paralogs.finder(known, opener),
              genes.labelling(),
              running);
      CreateDataReport report = new CreateDataJob(context, err).run(request);
      double seconds = (System.nanoTime() - started) / 1e9;
      List<WrittenFile> beside =
          new DataFiles(report, output, workplace)
              .write(known, genes.collapsed(), running.verify());
      DataManifest manifest = new DataManifest(genome, annotation, command);
      workplace.write(
          output + "/manifest.json", manifest.json(report, beside, found, digests.join(), seconds));
      new DataSummary(report, found, dealing.testOnly()).print(err, output, seconds);
    }
    return 0;
  }
}
