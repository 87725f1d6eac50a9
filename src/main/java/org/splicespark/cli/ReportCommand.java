package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.PictureOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.error.InputException;
import org.splicespark.io.report.ChosenAllele;
import org.splicespark.io.report.Picture;
import org.splicespark.io.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code splicespark report}: runs as a page to look at. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes one HTML page of what other commands left: counts, distributions of scores, throughput,"
          + " training curves, reliability, parameters. The page needs no other file and no network.",
      "",
      "VCFs of other programs are read too, if they have OpenSpliceAI, SpliceAI or CISpliceAI, another entry"
          + " of the ten fields ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|DP_AG|DP_AL|DP_DG|DP_DL, or Pangolin, in"
          + " INFO.",
      "",
      "Examples:",
      "  splicespark report results/ -o report.html",
      "  splicespark report out.vcf.gz -o report.html -R genome.fa -A genes.gff3 -m models/"
          + " --variant chr7:117559590:ATCT:A",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  private final PrintStream err;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "A VCF with scores, a manifest, or a folder; folders are searched for what commands leave. On"
            + " this machine."
      })
  private List<Path> paths;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "HTML",
      description = "The page; its folder must be there.")
  private Path output;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "SpliceSpark report",
      description = "Heading of the page. Default: ${DEFAULT-VALUE}.")
  private String title;

  @Option(
      names = "--info-key",
      paramLabel = "KEY",
      description = "The INFO entry of VCFs, where it is not found by itself.")
  private String infoKey;

  @Mixin private PictureOptions pictures;

  @Option(names = "--overwrite", description = "Replace a page that is there.")
  private boolean overwrite;

  ReportCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    boolean drawn = pictures.wanted();
    requireFree();
    Report report =
        Report.read(paths, Optional.ofNullable(infoKey), pictures.listed(), err::println);
    report.write(
        output,
        title,
        "Made by SpliceSpark " + Version.number() + ".",
        drawn ? drawn(report) : List.of());
    err.println("written: " + output.toAbsolutePath().normalize());
    return 0;
  }

  private void requireFree() {
    Path folder = output.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(output + ": its folder is not there");
    }
    if (Files.isDirectory(output)) {
      throw new InputException(output + ": is a folder, not a file");
    }
    if (!overwrite && Files.exists(output)) {
      throw new InputException(output + ": exists; give --overwrite to replace it");
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(output + ": cannot be written: no right to write in its folder");
    }
  }

  private List<Picture> drawn(Report report) {
    Map<String, ChosenAllele> alleles = new LinkedHashMap<>();
    pictures.alleles().forEach(allele -> alleles.put(allele.name(), allele));
    report.strongest(pictures.strongest()).forEach(a -> alleles.putIfAbsent(a.name(), a));
    if (alleles.isEmpty()) {
      return List.of();
    }
    try (Workplace workplace = new Workplace(() -> new SparkOptions().start("report"))) {
      return new AllelePictures(pictures, workplace, err)
          .of(List.copyOf(alleles.values()), pictures.scoring(report.scoring()));
    }
  }
}
