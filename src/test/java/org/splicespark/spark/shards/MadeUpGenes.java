package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.Context;
import org.splicespark.dataset.ContigSplit;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.Labelling;
import org.splicespark.dataset.SplitParameters;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.testing.MemoryGenome;

/** Three contigs of random bases with 240 genes, and requests to make data of them. */
public final class MadeUpGenes {
  private static final int CONTIG = 800_000;
  private static final int GENES = 80;
  private static final int STEP = CONTIG / GENES;

  private MadeUpGenes() {}

  public static MemoryGenome genome() {
    Random random = new Random(5);
    MemoryGenome genome = new MemoryGenome();
    for (String contig : List.of("1", "2", "3")) {
      genome.with(contig, MemoryGenome.randomBases(random, CONTIG));
    }
    return genome;
  }

  /** Two contigs train, which is two shards even when some validate, and one tests. */
  static GeneSplits splits() {
    Map<String, Integer> contigs = Map.of("1", CONTIG, "2", CONTIG, "3", CONTIG);
    var named = new SplitParameters.Named(List.of("1", "2"), List.of(), List.of("3"));
    var how = new SplitParameters(SplitParameters.Method.RANDOM, 0.8, 0.1, false, named, 1);
    return GeneSplits.deal(genes(), ContigSplit.of(contigs, how), false);
  }

  private static List<GenePlan> genes() {
    Random random = new Random(6);
    List<GenePlan> genes = new ArrayList<>();
    for (String contig : List.of("1", "2", "3")) {
      for (int i = 0; i < GENES; i++) {
        int start = i * STEP + random.nextInt(STEP / 4);
        Interval span = new Interval(contig, start, start + 300 + random.nextInt(STEP / 2));
        int intron = span.start() + 50 + random.nextInt(100);
        Strand strand = random.nextBoolean() ? Strand.PLUS : Strand.MINUS;
        String name = "gene" + contig + "." + i;
        genes.add(new GenePlan(name, span, strand, List.of(intron), List.of(intron + 80), true));
      }
    }
    return genes;
  }

  public static CreateDataRequest request(String output, GenomeOpener genome, int partitions) {
    return new CreateDataRequest(
        "1",
        output,
        List.of(output + ".fa"),
        genome,
        splits(),
        Optional.of(new CreateDataRequest.ValidationDraw(0.05, 3)),
        Optional.empty(),
        new Labelling(Context.NONE, false),
        new CreateDataRequest.Running(
            new Formats(true, true, false, true), partitions, false, true, false));
  }

  /** Makes the data in a folder, as create-data does. */
  public static void write(Path output, JavaSparkContext spark) throws IOException {
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    new CreateDataJob(spark, quiet).run(request(output.toString(), MadeUpGenes::genome, 2));
  }
}
