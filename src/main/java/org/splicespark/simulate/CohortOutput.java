package org.splicespark.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** A cohort's sites as VCF text, with a genotype for each sample. */
public final class CohortOutput {
  private static final String GENOTYPES = "\tGT";

  private final OutputStream out;
  private final int samples;
  private final Random random;

  /** Four bytes for each sample: a tab and the genotype. */
  private final byte[] row;

  private final int[] carriers;

  /**
   * @param out stays open
   */
  public CohortOutput(OutputStream out, CohortParameters parameters) {
    this.out = out;
    this.samples = parameters.samples();
    this.random = new Random(~parameters.seed());
    this.row = "\t0/0".repeat(samples).getBytes(StandardCharsets.US_ASCII);
    this.carriers = new int[2 * samples];
  }

  /**
   * @param contigs lengths, in the order of the records
   */
  public void writeHeader(Map<String, Integer> contigs) throws IOException {
    StringBuilder header = new StringBuilder("##fileformat=VCFv4.2\n");
    contigs.forEach(
        (name, length) -> header.append("##contig=<ID=" + name + ",length=" + length + ">\n"));
    header.append("##INFO=<ID=AC,Number=A,Type=Integer,Description=\"Allele count\">\n");
    header.append("##INFO=<ID=AN,Number=1,Type=Integer,Description=\"Alleles called\">\n");
    header.append("##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n");
    header.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO");
    header.append(samples == 0 ? "" : "\tFORMAT");
    for (int sample = 1; sample <= samples; sample++) {
      header.append("\tSAMPLE").append(sample);
    }
    out.write(header.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
  }

  public void write(CohortSite site) throws IOException {
    int count = draw(site.frequency());
    String fixed =
        site.contig()
            + '\t'
            + (site.position() + 1)
            + "\t.\t"
            + site.ref()
            + '\t'
            + site.alt()
            + "\t.\tPASS\tAC="
            + count
            + ";AN="
            + 2 * samples
            + (samples == 0 ? "" : GENOTYPES);
    out.write(fixed.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < count; i++) {
      row[place(carriers[i])] = '1';
    }
    out.write(row);
    for (int i = 0; i < count; i++) {
      row[place(carriers[i])] = '0';
    }
    out.write('\n');
  }

  /** Draws the haplotypes that have the allele, by the distances between them. */
  private int draw(double frequency) {
    int count = 0;
    double logOfNot = StrictMath.log1p(-frequency);
    long haplotype = -1;
    while (true) {
      double skip = StrictMath.log(1 - random.nextDouble()) / logOfNot;
      haplotype += 1 + (long) Math.min(skip, Integer.MAX_VALUE);
      if (haplotype >= carriers.length) {
        return count;
      }
      carriers[count++] = (int) haplotype;
    }
  }

  /** Where a haplotype's digit stands in the row. */
  private static int place(int haplotype) {
    return haplotype / 2 * 4 + 1 + haplotype % 2 * 2;
  }
}
