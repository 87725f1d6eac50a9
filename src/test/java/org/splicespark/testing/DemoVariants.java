package org.splicespark.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.splicespark.genome.DnaSequence;

/** About 40 records of the demo's genome, each with what it shows in INFO/CASE. */
final class DemoVariants {
  private static final String HEADER =
      """
      ##INFO=<ID=CASE,Number=1,Type=String,Description="What this made-up record shows">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
      ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Reads">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tMOTHER\tCHILD
      """;

  private record Line(String contig, int pos, String ref, String alt, String shows) {}

  private final DemoGenome genome;
  private final List<Line> lines = new ArrayList<>();
  private final Random random = new Random(40);

  DemoVariants(DemoGenome genome) {
    this.genome = genome;
    DemoGenome.GENES.forEach(this::sites);
    indels(DemoGenome.FIRST);
    indels(DemoGenome.SECOND);
    others();
  }

  private void sites(DemoGene gene) {
    for (int i = 0; i < gene.introns(); i += 2) {
      snv(gene, gene.beyond(gene.donor(i), 1), 'A', "donor_lost_" + gene.name());
      snv(gene, gene.beyond(gene.acceptor(i), -1), 'T', "acceptor_lost_" + gene.name());
    }
    int end = gene.donor(0);
    snv(gene, gene.beyond(end, 5), 'C', "donor_weaker_" + gene.name());
    snv(gene, gene.beyond(end, DemoGenome.LATENT_DONOR + 2), 'T', "donor_made_" + gene.name());
    int latent = gene.beyond(end, DemoGenome.LATENT_ACCEPTOR - 2);
    snv(gene, latent, 'A', "acceptor_made_" + gene.name());
  }

  private void indels(DemoGene gene) {
    int donor = Math.min(gene.donor(1), gene.beyond(gene.donor(1), 3));
    replace(gene.contig(), donor, 4, 1, "", "donor_deleted");
    int acceptor = Math.min(gene.acceptor(1), gene.beyond(gene.acceptor(1), -16));
    replace(gene.contig(), acceptor, 13, 1, "", "tract_deleted");
    String exon = "TTTTCCCTTTTCCCTTTTCAGGCATTAGGTAAGTACG";
    String read = gene.plus() ? exon : reversed(exon);
    replace(gene.contig(), acceptor - 1, 1, 1, read, "exon_inserted");
    replace(gene.contig(), gene.donor(2) - 20, 1, 1, "CA", "insertion_in_exon");
    replace(gene.contig(), gene.donor(1) + 40, 121, 1, "", "long_deletion_in_intron");
    replace(gene.contig(), gene.donor(2) - 1, 3, 0, "CTC", "MNV");
    replace(gene.contig(), gene.donor(2) + 60, 4, 0, "GG", "deletion_and_insertion");
  }

  private void others() {
    DemoGene gene = DemoGenome.THIRD;
    int site = gene.beyond(gene.donor(1), 1);
    add(gene.contig(), site, 1, "A,C,T", "three_alternates");
    add(gene.contig(), site + 1, 1, "*,C", "star_beside_a_base");
    add(gene.contig(), gene.donor(0) + 20, 1, "<DEL>", "symbolic");
    add(gene.contig(), gene.donor(0) + 30, 1, "R", "letter_that_is_no_base");
    int wrong = gene.donor(0) + 40;
    String other = genome.bases(gene.contig(), wrong, wrong + 1).equals("A") ? "C" : "A";
    lines.add(new Line(gene.contig(), wrong, other, "G".equals(other) ? "T" : "G", "wrong_REF"));
    add(gene.contig(), 500, 1, ".", "no_alternate");
    add(gene.contig(), 10_000, 1, "AC", "between_genes");
    add("demo1", 7850, 1, "AT", "in_two_genes");
    lines.add(new Line("demo9", 99, "A", "C", "contig_that_the_genome_lacks"));
  }

  private static String reversed(String bases) {
    byte[] other = DnaSequence.reverseComplement(bases.getBytes(StandardCharsets.US_ASCII));
    return new String(other, StandardCharsets.US_ASCII);
  }

  /** A base of the gene's strand becomes another. */
  private void snv(DemoGene gene, int place, char base, String shows) {
    char plus = gene.plus() ? base : "TGCA".charAt("ACGT".indexOf(base));
    add(gene.contig(), place, 1, Character.toString(plus), shows);
  }

  private void add(String contig, int start, int length, String alt, String shows) {
    lines.add(new Line(contig, start, genome.bases(contig, start, start + length), alt, shows));
  }

  /** REF is a stretch; ALT the first {@code kept} of its bases and then {@code added}. */
  private void replace(String contig, int start, int length, int kept, String added, String shows) {
    add(contig, start, length, genome.bases(contig, start, start + kept) + added, shows);
  }

  String vcf() {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    Map<String, Integer> contigs = genome.lengths();
    contigs.forEach((name, length) -> text.append(contig(name, length)));
    text.append(contig("demo9", 1000)).append(HEADER);
    Comparator<Line> order = Comparator.comparing(Line::contig);
    lines.stream().sorted(order.thenComparing(Line::pos)).forEach(line -> text.append(row(line)));
    return text.toString();
  }

  private static String contig(String name, int length) {
    return "##contig=<ID=" + name + ",length=" + length + ">\n";
  }

  private String row(Line line) {
    int alternates = line.alt().equals(".") ? 0 : line.alt().split(",").length;
    return String.join(
        "\t",
        line.contig(),
        Integer.toString(line.pos() + 1),
        ".",
        line.ref(),
        line.alt(),
        Integer.toString(20 + random.nextInt(80)),
        "PASS",
        "CASE=" + line.shows(),
        "GT:DP",
        sample(alternates),
        sample(alternates) + "\n");
  }

  private String sample(int alternates) {
    int one = random.nextInt(alternates + 1);
    int other = random.nextInt(alternates + 1);
    return Math.min(one, other) + "/" + Math.max(one, other) + ":" + (10 + random.nextInt(50));
  }
}
