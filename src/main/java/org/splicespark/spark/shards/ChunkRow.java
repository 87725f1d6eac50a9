package org.splicespark.spark.shards;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.GenePlan;

/**
 * A chunk as a row of a Parquet shard: bases as codes, labels as the places of the few sites.
 *
 * @param window number of the chunk in its gene
 * @param labelled bases that are labelled; behind them the gene has ended
 */
record ChunkRow(GenePlan gene, int window, int labelled, Chunk chunk) {
  static final String CODES = "x";
  static final String DONORS = "donor";
  static final String ACCEPTORS = "acceptor";
  static final String LABELLED = "labelled";

  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message chunk {
            required binary gene (STRING);
            required binary contig (STRING);
            required binary strand (STRING);
            required int32 start;
            required int32 end;
            required int32 window;
            required int32 labelled;
            required binary x;
            required group donor (LIST) { repeated group list { required int32 element; } }
            required group acceptor (LIST) { repeated group list { required int32 element; } }
          }
          """);

  static ChunkRow of(GenePlan gene, int window, Chunk chunk) {
    int before = window * Chunk.LABELLED;
    return new ChunkRow(
        gene, window, Math.min(Chunk.LABELLED, gene.span().length() - before), chunk);
  }

  /** Places of a kind of site among the labelled bases, ascending. */
  int[] sites(byte label) {
    byte[] labels = chunk.labels();
    return IntStream.range(0, labelled).filter(i -> labels[i] == label).toArray();
  }

  /**
   * The chunk of what a row holds.
   *
   * @throws IllegalArgumentException if that is no chunk
   */
  static Chunk chunk(byte[] codes, int labelled, List<Integer> donors, List<Integer> acceptors) {
    if (labelled < 0 || labelled > Chunk.LABELLED) {
      throw new IllegalArgumentException("a chunk with " + labelled + " labelled bases");
    }
    byte[] labels = new byte[Chunk.LABELLED];
    Arrays.fill(labels, labelled, labels.length, Chunk.BEYOND);
    put(labels, labelled, donors, Chunk.DONOR);
    put(labels, labelled, acceptors, Chunk.ACCEPTOR);
    return new Chunk(codes, labels);
  }

  private static void put(byte[] labels, int labelled, List<Integer> sites, byte label) {
    for (int site : sites) {
      if (site < 0 || site >= labelled) {
        throw new IllegalArgumentException("a site at " + site + " of " + labelled + " labelled");
      }
      labels[site] = label;
    }
  }
}
