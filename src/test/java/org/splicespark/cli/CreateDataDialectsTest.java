package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.dataset.Biotypes;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.dataset.Context;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.GeneSelection;
import org.splicespark.dataset.Isoforms;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.Labelling;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.shards.ParquetChunks;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.SharedSpark;

/** The same shards come from the words of five sources. */
@Tag("spark")
class CreateDataDialectsTest {
  private static final List<Isoforms> ISOFORMS =
      List.of(Isoforms.CANONICAL, Isoforms.TAGGED, Isoforms.COLLAPSED);

  @TempDir static Path folder;

  private static final MemoryGenome GENOME = new MemoryGenome();

  @BeforeAll
  static void makeGenome() throws IOException {
    SharedSpark.session();
    Random random = new Random(5);
    StringBuilder named = new StringBuilder();
    for (String contig : List.of("chr1", "chr2")) {
      String bases = MemoryGenome.randomBases(random, Dialects.CONTIGS.get(contig));
      GENOME.with(contig, bases);
      // Small letters mark repeats; they are bases like others.
      int half = bases.length() / 2;
      String masked = bases.substring(0, half).toLowerCase(Locale.ROOT) + bases.substring(half);
      named.append(">").append(contig).append("\n").append(masked).append("\n");
    }
    Files.writeString(folder.resolve("chr.fa"), named);
    Files.writeString(folder.resolve("bare.fa"), named.toString().replace(">chr", ">"));
  }

  /** What the files mean by their tags. */
  private static Gene meant(Gene gene, Dialects dialect) {
    List<Transcript> transcripts = new ArrayList<>();
    for (Transcript isoform : gene.transcripts()) {
      Set<String> tags = dialect.tags(gene, isoform);
      transcripts.add(
          new Transcript(
              isoform.id(), isoform.span(), isoform.exonStarts(), isoform.exonEnds(), tags));
    }
    return new Gene(
        gene.id(), gene.symbol(), gene.biotype(), gene.span(), gene.strand(), transcripts);
  }

  private static List<Chunk> expected(Dialects dialect, Biotypes biotypes, Isoforms isoforms) {
    List<Gene> genes = Dialects.GENES.stream().map(gene -> meant(gene, dialect)).toList();
    List<Chunk> chunks = new ArrayList<>();
    for (GenePlan plan : new GeneSelection(biotypes, isoforms).of(genes).plans()) {
      LabeledGene gene = LabeledGene.of(plan, GENOME, new Labelling(Context.NONE, false));
      for (int i = 0; i < plan.chunks(); i++) {
        chunks.add(gene.chunk(i));
      }
    }
    return chunks;
  }

  private static List<Chunk> written(Path output) {
    String shard = output.resolve("parquet/test/part-00000.parquet").toString();
    List<Chunk> chunks = new ArrayList<>();
    HadoopFiles files = new HadoopFiles(new Configuration());
    try (ChunkSource source = new ParquetChunks(files, List.of(shard))) {
      source.read(0).forEachRemaining(chunks::add);
    }
    return chunks;
  }

  private static Ended create(
      Dialects dialect, String genome, Biotypes biotypes, Isoforms isoforms, Path output)
      throws IOException {
    Path annotation = folder.resolve(dialect + dialect.extension());
    Files.writeString(annotation, dialect.text());
    Map<String, String> options =
        Map.of(
            "--genome-fasta", "DIR/" + genome,
            "--annotation-gff", annotation.toString(),
            "--output-dir", output.toString(),
            "--split-ratio", "0",
            "--biotype", biotypes.name().toLowerCase(Locale.ROOT),
            "--parse-type", isoforms.name().toLowerCase(Locale.ROOT));
    return new Invocation(folder, "create-data", options).run("--format=parquet --overwrite");
  }

  @ParameterizedTest
  @EnumSource
  void theChunksAreThoseOfTheGenes(Dialects dialect) throws IOException {
    Path output = folder.resolve("out-" + dialect);
    for (Biotypes biotypes : Biotypes.values()) {
      for (Isoforms isoforms : ISOFORMS) {
        String what = dialect + ", " + biotypes + ", " + isoforms;
        List<Chunk> expected = expected(dialect, biotypes, isoforms);
        String genome = isoforms == Isoforms.TAGGED ? "bare.fa" : "chr.fa";
        Ended ended = create(dialect, genome, biotypes, isoforms, output);
        if (expected.isEmpty()) {
          ended.requireInput("1 no transcript tagged");
        } else {
          ended.requireDone();
          assertEquals(expected, written(output), what);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSourcesMeanTheSameGenes(Dialects dialect) {
    for (Biotypes biotypes : Biotypes.values()) {
      for (Isoforms isoforms : ISOFORMS) {
        // RefSeq has no word for what stands for a gene that is not coding.
        boolean known = isoforms != Isoforms.TAGGED || biotypes == Biotypes.PROTEIN_CODING;
        if (known || dialect != Dialects.REFSEQ_GFF3) {
          List<Chunk> chunks = expected(dialect, biotypes, isoforms);
          assertEquals(expected(Dialects.ENSEMBL_GTF, biotypes, isoforms), chunks);
          assertFalse(chunks.isEmpty());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKindsOfIsoformsDiffer(Biotypes biotypes) {
    Set<List<Chunk>> kinds =
        ISOFORMS.stream()
            .map(isoforms -> expected(Dialects.GENCODE_GTF, biotypes, isoforms))
            .collect(Collectors.toSet());
    // What is not coding has one gene, whose tagged isoform is its longest.
    assertEquals(biotypes == Biotypes.NON_CODING ? 2 : 3, kinds.size());
  }
}
