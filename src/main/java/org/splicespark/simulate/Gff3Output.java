package org.splicespark.simulate;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** GFF3 as RefSeq writes it: coordinates 1-based and inclusive, exons as the gene is read. */
final class Gff3Output {
  private final Writer out;

  Gff3Output(Writer out) throws IOException {
    this.out = out;
    out.write("##gff-version 3\n#!processor SpliceSpark simulate\n");
  }

  void write(ContigPlan plan) throws IOException {
    out.write("##sequence-region " + plan.name() + " 1 " + plan.length() + "\n");
    for (Gene gene : plan.genes()) {
      write(gene);
    }
  }

  private void write(Gene gene) throws IOException {
    String name = gene.symbol();
    row(
        gene,
        "gene",
        gene.span(),
        "ID=" + gene.id() + ";Name=" + name + ";gbkey=Gene;gene=" + name,
        "gene_biotype=" + gene.biotype());
    for (Transcript transcript : gene.transcripts()) {
      write(gene, transcript);
    }
  }

  private void write(Gene gene, Transcript transcript) throws IOException {
    String id = transcript.id();
    String last = "gene=" + gene.symbol() + ";tag=MANE Select;transcript_id=" + id;
    row(gene, "mRNA", transcript.span(), "ID=rna-" + id + ";Parent=" + gene.id(), last);
    List<Interval> exons = exons(gene, transcript);
    for (int i = 0; i < exons.size(); i++) {
      String own = "ID=exon-" + id + "-" + (i + 1) + ";Parent=rna-" + id;
      row(gene, "exon", exons.get(i), own, last);
    }
  }

  private static List<Interval> exons(Gene gene, Transcript transcript) {
    Comparator<Interval> order = Comparator.comparingInt(Interval::start);
    return IntStream.range(0, transcript.exonStarts().size())
        .mapToObj(
            i ->
                new Interval(
                    gene.contig(), transcript.exonStarts().get(i), transcript.exonEnds().get(i)))
        .sorted(gene.strand() == Strand.PLUS ? order : order.reversed())
        .toList();
  }

  private void row(Gene gene, String type, Interval place, String own, String last)
      throws IOException {
    out.write(
        String.join(
            "\t",
            gene.contig(),
            "SpliceSpark",
            type,
            Integer.toString(place.start() + 1),
            Integer.toString(place.end()),
            ".",
            String.valueOf(gene.strand().symbol()),
            ".",
            own + ";" + last + "\n"));
  }
}
