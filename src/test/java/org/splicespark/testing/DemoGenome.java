package org.splicespark.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.splicespark.genome.DnaSequence;

/** Two contigs of random bases, three genes whose introns start with GT and end with AG. */
final class DemoGenome {
  static final DemoGene FIRST =
      new DemoGene(
          "DEMO1",
          "demo1",
          true,
          List.of(1000, 1180, 2100, 2240, 3500, 3660, 5200, 5350, 7400, 8000));

  /** On the other strand; its last exon overlaps the first gene's. */
  static final DemoGene SECOND =
      new DemoGene(
          "DEMO2",
          "demo1",
          false,
          List.of(7700, 8200, 9300, 9450, 11000, 11130, 12600, 12770, 14800, 15000));

  static final DemoGene THIRD =
      new DemoGene("DEMO3", "demo2", true, List.of(1500, 1700, 3000, 3120, 4700, 4900, 7000, 7600));

  static final List<DemoGene> GENES = List.of(FIRST, SECOND, THIRD);

  /** Where in an intron the sites lie that are one base short, from the exon before. */
  static final int LATENT_DONOR = 300;

  static final int LATENT_ACCEPTOR = 500;

  private static final int LINE = 60;

  private final Map<String, byte[]> contigs = new LinkedHashMap<>();
  private final Random random = new Random(20260101);

  DemoGenome() {
    contigs.put("demo1", bases(18_000));
    contigs.put("demo2", bases(12_000));
    GENES.forEach(this::give);
  }

  private byte[] bases(int count) {
    byte[] bases = new byte[count];
    for (int i = 0; i < count; i++) {
      bases[i] = one("ACGT");
    }
    return bases;
  }

  private byte one(String of) {
    return (byte) of.charAt(random.nextInt(of.length()));
  }

  /** Strong sites, but a weak pair at every third intron, and the latent sites in the first. */
  private void give(DemoGene gene) {
    for (int i = 0; i < gene.introns(); i++) {
      boolean weak = i % 3 == 2;
      write(gene, gene.beyond(gene.donor(i), -1), weak ? "AGGTATGT" : "AGGTAAGT");
      write(gene, gene.beyond(gene.acceptor(i), -15), tract(weak ? 2 : 0) + "TCAGG");
    }
    int exonEnd = gene.donor(0);
    write(gene, gene.beyond(exonEnd, LATENT_DONOR - 1), "AGGCAAGT");
    write(gene, gene.beyond(exonEnd, LATENT_ACCEPTOR - 15), tract(0) + "TCGGG");
  }

  /** 11 pyrimidines, or some purines among them. */
  private String tract(int purines) {
    byte[] tract = new byte[11];
    for (int i = 0; i < tract.length; i++) {
      tract[i] = one("CTT");
    }
    for (int i = 0; i < purines; i++) {
      tract[2 + 3 * i] = one("AG");
    }
    return new String(tract, StandardCharsets.US_ASCII);
  }

  /** Writes a motif as the gene is read, its first base at a place. */
  private void write(DemoGene gene, int place, String motif) {
    byte[] bases = motif.getBytes(StandardCharsets.US_ASCII);
    int from = gene.plus() ? place : place - bases.length + 1;
    byte[] written = gene.plus() ? bases : DnaSequence.reverseComplement(bases);
    System.arraycopy(written, 0, contigs.get(gene.contig()), from, bases.length);
  }

  /** Bases of the plus strand. */
  String bases(String contig, int start, int end) {
    return new String(contigs.get(contig), start, end - start, StandardCharsets.US_ASCII);
  }

  String fasta() {
    StringBuilder text = new StringBuilder();
    contigs.forEach(
        (contig, bases) -> {
          text.append('>').append(contig).append('\n');
          for (int i = 0; i < bases.length; i += LINE) {
            text.append(bases(contig, i, Math.min(i + LINE, bases.length))).append('\n');
          }
        });
    return text.toString();
  }

  /** The index as samtools faidx writes it. */
  String index() {
    StringBuilder index = new StringBuilder();
    int offset = 0;
    for (Map.Entry<String, byte[]> contig : contigs.entrySet()) {
      int length = contig.getValue().length;
      offset += contig.getKey().length() + 2;
      index.append(contig.getKey() + "\t" + length + "\t" + offset + "\t60\t61\n");
      offset += length + (length + LINE - 1) / LINE;
    }
    return index.toString();
  }

  String annotation() {
    StringBuilder text = new StringBuilder("##gff-version 3\n");
    GENES.forEach(gene -> text.append(gene.gff3()));
    return text.toString();
  }

  Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    contigs.forEach((contig, bases) -> lengths.put(contig, bases.length));
    return lengths;
  }
}
