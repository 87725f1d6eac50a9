package org.splicespark.cli.bench.scale;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.splicespark.genome.Genome;
import org.splicespark.io.vcf.BgzfOutput;
import org.splicespark.io.vcf.CountingOutput;
import org.splicespark.simulate.CohortOutput;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.simulate.CohortSimulation;

/**
 * A made-up cohort on disk, as BGZF.
 *
 * @param textBytes before compression
 * @param bytes as it lies there
 * @param seconds that writing took
 */
record CohortFile(Path path, long records, long textBytes, long bytes, double seconds) {

  /**
   * Writes it from beginning to end: memory holds one record.
   *
   * @param most records of the cohort to write, its first ones
   */
  static CohortFile write(Genome genome, CohortParameters parameters, long most, Path path)
      throws IOException {
    long started = System.nanoTime();
    long records;
    CountingOutput text;
    try (OutputStream file = BgzfOutput.file(Files.newOutputStream(path))) {
      text = new CountingOutput(file);
      CohortOutput out = new CohortOutput(text, parameters);
      out.writeHeader(genome.contigs());
      records = new CohortSimulation(genome, parameters).<IOException>forFirst(most, out::write);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new CohortFile(path, records, text.count(), Files.size(path), seconds);
  }

  double bytesPerRecord() {
    return (double) bytes / records;
  }

  /** Bytes per second of a copy through one stream, which is what joining parts is. */
  double copied() throws IOException {
    Path copy = path.resolveSibling(path.getFileName() + ".copy");
    try {
      long started = System.nanoTime();
      long done = 0;
      // Again and again, until the time says something.
      while (System.nanoTime() - started < 1e9) {
        try (OutputStream out = Files.newOutputStream(copy)) {
          done += Files.copy(path, out);
        }
      }
      return done / ((System.nanoTime() - started) / 1e9);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
