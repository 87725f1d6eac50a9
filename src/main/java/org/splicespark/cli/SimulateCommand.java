package org.splicespark.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.splicespark.error.InputException;
import org.splicespark.io.WholeFile;
import org.splicespark.simulate.GenomeSimulation;
import org.splicespark.simulate.Simulated;
import org.splicespark.simulate.SimulationParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark simulate}: a genome that is made up, with genes. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes up a genome and its genes, to try the other commands at any size without a download:"
          + " genome.fa and annotation.gff3 (as RefSeq writes it) in a folder.",
      "",
      "Genes lie on both strands, have exons of about 150 bases and introns with a long tail, and"
          + " splice sites with the motifs of real ones (MAG|GTRAGT; pyrimidines, then CAG|G); one"
          + " intron in a hundred starts with GC. The same options give the same bytes.",
      "",
      "Motifs like real ones also occur by chance, so no network finds all of these sites, however"
          + " long it is trained; --consensus and --exon-gc make them clearer.",
      "",
      "Examples:",
      "  splicespark simulate --output-dir made-up",
      "  splicespark simulate --output-dir small --bases 1000000 --genes 12 --gene-bases 400000"
          + " --contigs 2",
      ""
    })
final class SimulateCommand implements Callable<Integer> {
  private static final double PROGRESS_SECONDS = 10;

  private final PrintStream err;
  private double told;

  @Spec private CommandSpec command;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder for genome.fa and annotation.gff3; made if it is not there.")
  private Path folder;

  @Option(
      names = "--bases",
      paramLabel = "N",
      defaultValue = "50000000",
      description = {
        "Of the whole genome; 250000000 for each contig at most. Default: ${DEFAULT-VALUE}."
      })
  private long bases;

  @Option(
      names = "--genes",
      paramLabel = "N",
      defaultValue = "520",
      description = "One for each contig at least. Default: ${DEFAULT-VALUE}.")
  private int genes;

  @Option(
      names = "--gene-bases",
      paramLabel = "N",
      defaultValue = "33000000",
      description = {
        "Lengths of all genes together, introns included: at least 3000 for each gene, at most 90 %% of"
            + " the bases. Default: ${DEFAULT-VALUE}."
      })
  private long geneBases;

  @Option(
      names = "--contigs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Named chr1, chr2 and so on, equally long. Default: ${DEFAULT-VALUE}.")
  private int contigs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Another seed gives another genome of the same size. Default: ${DEFAULT-VALUE}."
      })
  private long seed;

  @Option(
      names = "--consensus",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "How often a base of a splice site's motif is the motif's most frequent one instead of being"
            + " drawn. 0: sites like real ones. 1: all alike. Default: ${DEFAULT-VALUE}."
      })
  private double consensus;

  @Option(
      names = "--exon-gc",
      paramLabel = "SHARE",
      defaultValue = "" + SimulationParameters.EXON_GC,
      description = {
        "Share of G and C in exons; elsewhere it is 0.41. Default, as in mammals: ${DEFAULT-VALUE}."
      })
  private double exonGc;

  @Option(names = "--overwrite", description = "Replace the two files if they exist.")
  private boolean overwrite;

  SimulateCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    SimulationParameters parameters = parameters();
    Path fasta = folder.resolve("genome.fa");
    Path gff3 = folder.resolve("annotation.gff3");
    prepare(List.of(fasta, gff3));
    long started = System.nanoTime();
    Simulated made = write(parameters, fasta, gff3, started);
    err.printf(
        Locale.ROOT,
        "%s and %s: %d bases in %d contigs, %d genes of %d bases, %d introns, in %.1f s%n",
        fasta,
        gff3.getFileName(),
        made.bases(),
        contigs,
        made.genes(),
        made.geneBases(),
        made.introns(),
        seconds(started));
    return 0;
  }

  private SimulationParameters parameters() {
    try {
      return new SimulationParameters(bases, genes, geneBases, contigs, seed, consensus, exonGc);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private void prepare(List<Path> outputs) {
    for (Path output : outputs) {
      if (Files.isDirectory(output)) {
        throw new InputException(output + ": is a folder, not a file");
      }
      if (!overwrite && Files.exists(output)) {
        throw new InputException(output + ": exists; give --overwrite to replace it");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be made a folder; give another --output-dir", e);
    }
  }

  private Simulated write(SimulationParameters parameters, Path fasta, Path gff3, long started)
      throws IOException {
    try (WholeFile genome = WholeFile.create(fasta);
        WholeFile annotation = WholeFile.create(gff3)) {
      var text =
          new BufferedWriter(
              new OutputStreamWriter(annotation.stream(), StandardCharsets.US_ASCII));
      Simulated made =
          new GenomeSimulation(parameters)
              .write(genome.stream(), text, soFar -> tell(soFar, seconds(started)));
      text.flush();
      // An index of the genome that was here before would be believed.
      Files.deleteIfExists(folder.resolve("genome.fa.fai"));
      genome.finish();
      annotation.finish();
      return made;
    }
  }

  private void tell(Simulated soFar, double seconds) {
    if (seconds - told > PROGRESS_SECONDS) {
      told = seconds;
      err.printf(Locale.ROOT, "%4.0f s: %d of %d bases made%n", seconds, soFar.bases(), bases);
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
