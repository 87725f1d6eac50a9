package org.splicespark.testing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up gene.
 *
 * @param exons starts and ends by turns, 0-based and half-open, ascending
 */
record DemoGene(String name, String contig, boolean plus, List<Integer> exons) {

  int start() {
    return exons.get(0);
  }

  int end() {
    return exons.get(exons.size() - 1);
  }

  int introns() {
    return exons.size() / 2 - 1;
  }

  /** Last base of the exon before an intron; introns are counted as the gene is read. */
  int donor(int intron) {
    return plus ? exons.get(2 * intron + 1) - 1 : exons.get(exons.size() - 2 - 2 * intron);
  }

  /** First base of the exon after an intron. */
  int acceptor(int intron) {
    return plus ? exons.get(2 * intron + 2) : exons.get(exons.size() - 3 - 2 * intron) - 1;
  }

  /** A place some bases further on, as the gene is read; negative for back. */
  int beyond(int place, int offset) {
    return plus ? place + offset : place - offset;
  }

  /** GFF3 in RefSeq's manner, coordinates 1-based and inclusive. */
  String gff3() {
    StringBuilder rows = new StringBuilder();
    String biotype = ";gene=" + name + ";gene_biotype=protein_coding";
    rows.append(row("gene", start(), end(), "ID=gene-" + name + ";Name=" + name + biotype));
    String parent = "ID=rna-" + name + ";Parent=gene-" + name + ";gene=" + name;
    rows.append(row("mRNA", start(), end(), parent + ";tag=MANE Select"));
    IntStream.range(0, exons.size() / 2)
        .forEach(
            i -> {
              int number = plus ? i + 1 : exons.size() / 2 - i;
              String exon = "ID=exon-" + name + "-" + number + ";Parent=rna-" + name;
              rows.append(row("exon", exons.get(2 * i), exons.get(2 * i + 1), exon));
            });
    return rows.toString();
  }

  private String row(String type, int start, int end, String attributes) {
    String strand = plus ? "+" : "-";
    return String.join(
        "\t",
        contig,
        "SpliceSpark",
        type,
        Integer.toString(start + 1),
        Integer.toString(end),
        ".",
        strand,
        ".",
        attributes + "\n");
  }
}
