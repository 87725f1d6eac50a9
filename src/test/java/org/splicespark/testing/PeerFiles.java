package org.splicespark.testing;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.splicespark.dataset.Chunk;
import org.splicespark.io.hdf5.Hdf5Chunks;

/** {@code datafile_*.h5} and {@code dataset_*.h5}, as OpenSpliceAI writes them and so do we. */
public final class PeerFiles {
  private static final List<String> COLUMNS =
      List.of("NAME", "CHROM", "STRAND", "TX_START", "TX_END", "SEQ", "LABEL");
  private static final int SEQ = 5;

  /** All that the two files say of a gene. */
  public record PeerGene(List<String> columns, List<Chunk> chunks) {}

  private PeerFiles() {}

  /** Unpacks a file of the reference. */
  public static Path unpacked(String name, Path folder) throws IOException {
    Path file = folder.resolve(Path.of(name).getFileName());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(Reference.path(name + ".gz")))) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** The genes of some splits by name, in the files' order. */
  public static Map<String, PeerGene> genes(Path folder, List<String> splits) {
    Map<String, PeerGene> genes = new LinkedHashMap<>();
    for (String split : splits) {
      List<List<String>> rows = rows(folder.resolve("datafile_" + split + ".h5"));
      try (Hdf5Chunks chunks = Hdf5Chunks.open(folder.resolve("dataset_" + split + ".h5"))) {
        Iterator<Chunk> read = chunks.read(0);
        for (List<String> row : rows) {
          genes.put(row.get(0), new PeerGene(row, take(read, row.get(SEQ).length())));
        }
        if (read.hasNext()) {
          throw new IllegalStateException("chunks of no gene in " + folder);
        }
      }
    }
    return genes;
  }

  private static List<Chunk> take(Iterator<Chunk> chunks, int bases) {
    List<Chunk> ofGene = new ArrayList<>();
    for (int first = 0; first < bases; first += Chunk.LABELLED) {
      ofGene.add(chunks.next());
    }
    return ofGene;
  }

  private static List<List<String>> rows(Path datafile) {
    try (HdfFile file = new HdfFile(datafile)) {
      List<String[]> columns =
          COLUMNS.stream().map(c -> (String[]) file.getDatasetByPath(c).getData()).toList();
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < columns.get(0).length; i++) {
        int row = i;
        rows.add(columns.stream().map(column -> column[row]).toList());
      }
      return rows;
    }
  }
}
