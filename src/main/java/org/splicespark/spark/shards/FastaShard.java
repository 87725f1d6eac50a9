package org.splicespark.spark.shards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.LabeledGene;

/** Genes as FASTA, 60 bases a line, on their coding strands. */
final class FastaShard implements ShardFile {
  private static final int LINE = 60;

  private final OutputFolder folder;
  private final OutputFolder.Open open;

  FastaShard(OutputFolder folder, OutputFolder.Open open) {
    this.folder = folder;
    this.open = open;
  }

  @Override
  public void add(LabeledGene gene) throws IOException {
    open.stream().write(header(gene.plan()).getBytes(StandardCharsets.UTF_8));
    byte[] bases = gene.bases();
    byte[] lines = new byte[bases.length + (bases.length + LINE - 1) / LINE];
    int end = 0;
    for (int first = 0; first < bases.length; first += LINE) {
      int length = Math.min(LINE, bases.length - first);
      System.arraycopy(bases, first, lines, end, length);
      lines[end + length] = '\n';
      end += length + 1;
    }
    open.stream().write(lines);
  }

  /** The place is 1-based and inclusive, as the published program writes it. */
  private static String header(GenePlan gene) {
    return ">%s %s:%d-%d(%s)\n"
        .formatted(
            gene.name(),
            gene.contig(),
            gene.span().start() + 1,
            gene.span().end(),
            gene.strand().symbol());
  }

  @Override
  public WrittenFile finish() throws IOException {
    open.stream().close();
    return folder.commit(open);
  }

  @Override
  public void close() throws IOException {
    open.stream().close();
  }
}
