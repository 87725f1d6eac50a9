package org.splicespark.spark.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.Context;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.Labelling;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.testing.MemoryGenome;

/** Genes that give chunks which are known beforehand. */
final class LabeledChunks {
  private LabeledChunks() {}

  /** A gene that gives just this chunk: its contig has the chunk's bases. */
  static LabeledGene gene(Chunk chunk) {
    String bases =
        IntStream.range(0, Chunk.LENGTH)
            .mapToObj(i -> String.valueOf("ACGTN".charAt(chunk.codes()[i])))
            .collect(Collectors.joining());
    int labelled = Chunk.LABELLED - places(chunk, Chunk.BEYOND).size();
    GenePlan plan =
        new GenePlan(
            "gene",
            new Interval("contig", Chunk.SIDE, Chunk.SIDE + labelled),
            Strand.PLUS,
            places(chunk, Chunk.DONOR).stream().map(i -> Chunk.SIDE + i + 1).toList(),
            places(chunk, Chunk.ACCEPTOR).stream().map(i -> Chunk.SIDE + i).toList(),
            false);
    MemoryGenome genome = new MemoryGenome().with("contig", bases);
    LabeledGene gene = LabeledGene.of(plan, genome, new Labelling(Context.GENOMIC, false));
    assertEquals(chunk, gene.chunk(0), "the gene is made wrongly");
    return gene;
  }

  private static List<Integer> places(Chunk chunk, byte label) {
    return IntStream.range(0, Chunk.LABELLED)
        .filter(i -> chunk.labels()[i] == label)
        .boxed()
        .toList();
  }
}
