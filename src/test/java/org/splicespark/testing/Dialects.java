package org.splicespark.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** The same three genes in the words of five sources. */
public enum Dialects {
  REFSEQ_GFF3(new RefSeqRows()),
  ENSEMBL_GFF3(new EnsemblRows(true)),
  GENCODE_GFF3(new GencodeRows(true)),
  ENSEMBL_GTF(new EnsemblRows(false)),
  GENCODE_GTF(new GencodeRows(false));

  /** Lengths of the contigs that the genes are on. */
  public static final Map<String, Integer> CONTIGS = Map.of("chr1", 24_000, "chr2", 12_000);

  static final String MANE = "MANE Select";
  static final String CANONICAL = "canonical";

  /** Coding; the MANE transcript is the first, the longest the second. */
  private static final Gene ALPHA =
      gene(
          "ALPHA",
          "protein_coding",
          new Interval("chr1", 900, 13_000),
          Strand.PLUS,
          isoform("chr1", 11, MANE, 2000, 2150, 4000, 4120, 7500, 7660, 10_000, 10_300),
          isoform("chr1", 12, "", 1000, 1150, 4000, 4120, 12_500, 13_000),
          isoform("chr1", 13, "", 2000, 2150, 4000, 4120, 9000, 9080, 10_000, 10_300));

  /**
   * Coding, on the other strand; what stands for it is canonical, and neither first nor longest.
   */
  private static final Gene BETA =
      gene(
          "BETA",
          "protein_coding",
          new Interval("chr1", 15_000, 21_000),
          Strand.MINUS,
          isoform("chr1", 21, "", 15_000, 15_200, 18_000, 18_110, 20_500, 21_000),
          isoform("chr1", 22, CANONICAL, 16_000, 16_400, 18_000, 18_110, 20_000, 20_200),
          isoform("chr1", 23, "", 16_000, 16_400, 18_030, 18_110, 20_000, 20_200));

  /** Not coding; RefSeq has no word for what stands for it, so it is the longest. */
  private static final Gene GAMMA =
      gene(
          "GAMMA",
          "lncRNA",
          new Interval("chr2", 3000, 9000),
          Strand.MINUS,
          isoform("chr2", 31, "", 4000, 4200, 6000, 6100, 8700, 8900),
          isoform("chr2", 32, CANONICAL, 3000, 3300, 8700, 9000));

  /**
   * What the files say, on contigs {@code chr1} and {@code chr2}. Identifiers are Ensembl's without
   * version; tags are {@link #MANE}, {@link #CANONICAL} or none.
   */
  public static final List<Gene> GENES = List.of(ALPHA, BETA, GAMMA);

  private final DialectRows rows;

  Dialects(DialectRows rows) {
    this.rows = rows;
  }

  /** The file. */
  public String text() {
    return text(GENES);
  }

  /** A file of other genes, in the same words; their contigs are called chr1 and so on. */
  public String text(List<Gene> genes) {
    return rows.file(genes);
  }

  /** The extension that files of this kind have, with its dot. */
  public String extension() {
    return rows.gff3 ? ".gff3" : ".gtf";
  }

  /** What the file calls a contig of {@link #GENES}: Ensembl leaves {@code chr} out. */
  public String contig(String name) {
    return rows.contig(name);
  }

  /** How the file spells the tags of {@link #GENES}; empty where it has no word. */
  public Set<String> tags(Gene gene, Transcript transcript) {
    return Set.copyOf(rows.tags(gene, transcript));
  }

  private static Gene gene(
      String symbol, String biotype, Interval span, Strand strand, Transcript... transcripts) {
    String number = transcripts[0].id().substring("ENST".length());
    String id = "ENSG" + number.substring(0, number.length() - 1) + "0";
    return new Gene(id, symbol, biotype, span, strand, List.of(transcripts));
  }

  private static Transcript isoform(String contig, int number, String tag, int... exons) {
    return Genes.tagged("ENST%011d".formatted(number), tag, contig, exons);
  }
}
