package org.splicespark.spark.shards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.Labelling;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.genome.Genome;
import org.splicespark.io.hdf5.Hdf5Layout;
import org.splicespark.io.hdf5.Hdf5Writer;
import org.splicespark.spark.GenomeOpener;

/** One file of a split, made of its shards. */
sealed interface JoinTask extends Serializable {

  /** Shards of one split, in their order. */
  List<ShardPlan> shards();

  String name();

  void write(OutputStream out, OutputFolder folder) throws IOException;

  /** The genes' bases, one shard's file after the other. */
  record Fasta(List<ShardPlan> shards) implements JoinTask {
    @Override
    public String name() {
      return ShardNames.genes(shards.get(0).split());
    }

    @Override
    public void write(OutputStream out, OutputFolder folder) throws IOException {
      for (ShardPlan shard : shards) {
        try (InputStream in = folder.open(ShardNames.fasta(shard), 0)) {
          in.transferTo(out);
        }
      }
    }
  }

  /** X0, Y0, X1, Y1, ...: the shards' tensors copied as they are. */
  record Dataset(List<ShardPlan> shards) implements JoinTask {
    @Override
    public String name() {
      return ShardNames.dataset(shards.get(0).split());
    }

    @Override
    public void write(OutputStream out, OutputFolder folder) throws IOException {
      Hdf5Layout.Builder file = Hdf5Layout.builder();
      shards.forEach(s -> Hdf5Shard.declare(file, "X" + s.number(), "Y" + s.number(), s));
      try (Hdf5Writer writer = file.build().open(out)) {
        for (ShardPlan shard : shards) {
          copy(shard, Hdf5Shard.X, "X" + shard.number(), writer, folder);
          copy(shard, Hdf5Shard.Y, "Y" + shard.number(), writer, folder);
        }
      }
    }

    private static void copy(
        ShardPlan shard, String from, String to, Hdf5Writer writer, OutputFolder folder)
        throws IOException {
      Hdf5Layout layout = Hdf5Shard.layout(shard);
      byte[] buffer = new byte[1 << 20];
      try (InputStream in = folder.open(ShardNames.hdf5(shard), layout.address(from))) {
        long left = layout.size(from);
        while (left > 0) {
          int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
          writer.write(to, buffer, 0, read);
          left -= read;
        }
      }
    }
  }

  /** Names, places, bases and labels of the genes as text; places are 1-based and inclusive. */
  record Datafile(List<ShardPlan> shards, GenomeOpener genomes, Labelling labelling)
      implements JoinTask {
    @Override
    public String name() {
      return ShardNames.datafile(shards.get(0).split());
    }

    @Override
    public void write(OutputStream out, OutputFolder folder) throws IOException {
      List<GenePlan> genes = shards.stream().flatMap(shard -> shard.genes().stream()).toList();
      int[] bases = genes.stream().mapToInt(gene -> gene.span().length()).toArray();
      Hdf5Layout.Builder file = Hdf5Layout.builder();
      for (Column column : Column.values()) {
        file.strings(column.name(), genes.stream().mapToInt(g -> column.of(g).length).toArray());
      }
      file.strings("SEQ", bases).strings("LABEL", bases);
      Genome genome = genomes.open();
      try (Hdf5Writer writer = file.build().open(out)) {
        for (Column column : Column.values()) {
          for (GenePlan gene : genes) {
            writer.string(column.name(), column.of(gene));
          }
        }
        for (GenePlan gene : genes) {
          writer.string("SEQ", LabeledGene.of(gene, genome, labelling).bases());
        }
        for (GenePlan gene : genes) {
          writer.string("LABEL", LabeledGene.of(gene, genome, labelling).digits());
        }
      }
    }

    /** What the annotation says of a gene. */
    private enum Column {
      NAME(GenePlan::name),
      CHROM(GenePlan::contig),
      STRAND(gene -> String.valueOf(gene.strand().symbol())),
      TX_START(gene -> String.valueOf(gene.span().start() + 1)),
      TX_END(gene -> String.valueOf(gene.span().end()));

      private final Function<GenePlan, String> text;

      Column(Function<GenePlan, String> text) {
        this.text = text;
      }

      byte[] of(GenePlan gene) {
        return text.apply(gene).getBytes(UTF_8);
      }
    }
  }
}
