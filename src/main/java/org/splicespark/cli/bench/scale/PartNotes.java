package org.splicespark.cli.bench.scale;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.genome.Genome;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.CountingOutput;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartSummary;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.simulate.CohortSimulation;

/**
 * What the driver is told of all parts of a cohort, and the time it takes to make one index of it:
 * measured, with lines that end before their genotypes.
 *
 * @param bytes of all parts' summaries, as tasks send them
 * @param mergeSeconds to merge their bins and write the index
 */
record PartNotes(long bytes, double mergeSeconds) {

  static PartNotes of(Genome genome, CohortParameters parameters, int parts) throws IOException {
    List<PartSummary> summaries =
        new Cutter(parameters.records(), parts).summaries(genome, parameters);
    long bytes = 0;
    for (PartSummary summary : summaries) {
      CountingOutput counted = new CountingOutput(OutputStream.nullOutputStream());
      try (ObjectOutputStream out = new ObjectOutputStream(counted)) {
        out.writeObject(summary);
      }
      bytes += counted.count();
    }
    long started = System.nanoTime();
    new PartJoiner(new byte[0], Compression.BGZF)
        .writeIndex(OutputStream.nullOutputStream(), summaries);
    return new PartNotes(bytes, (System.nanoTime() - started) / 1e9);
  }

  private static final class Cutter {
    private final long records;
    private final int parts;
    private final List<PartSummary> summaries = new ArrayList<>();
    private PartWriter writer;
    private long written;

    Cutter(long records, int parts) {
      this.records = records;
      this.parts = parts;
    }

    List<PartSummary> summaries(Genome genome, CohortParameters parameters) throws IOException {
      new CohortSimulation(genome, parameters)
          .<IOException>forEach(
              site ->
                  write(
                      site.contig()
                          + '\t'
                          + (site.position() + 1)
                          + "\t.\t"
                          + site.ref()
                          + '\t'
                          + site.alt()
                          + "\t.\tPASS\t.\n"));
      end();
      return summaries;
    }

    private void write(String line) throws IOException {
      boolean full = written * parts >= records * (summaries.size() + 1);
      if (full) {
        end();
      }
      if (writer == null) {
        writer = new PartWriter(OutputStream.nullOutputStream(), Compression.BGZF);
      }
      writer.write(new VcfLine(line.getBytes(StandardCharsets.US_ASCII)));
      written++;
    }

    private void end() throws IOException {
      if (writer != null) {
        writer.close();
        summaries.add(writer.summary());
        writer = null;
      }
    }
  }
}
