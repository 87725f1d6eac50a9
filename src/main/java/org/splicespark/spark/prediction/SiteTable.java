package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.splicespark.io.vcf.CountingOutput;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.SitePrediction;
import org.splicespark.predict.StrandScores;
import org.splicespark.spark.PartStore;
import org.splicespark.spark.parquet.ParquetRows;

/**
 * Sites as a folder of Parquet files, one for each task that found any: rows in the order of the
 * output, file by file.
 */
record SiteTable(String name, SiteCaller caller) implements PredictionFile {

  private static ParquetRows<SitePrediction> rows(OutputStream out) throws IOException {
    return new ParquetRows<>(
        out, new SiteRowWriting(), Set.of(SiteRowWriting.POSITION, SiteRowWriting.PROBABILITY));
  }

  @Override
  public PartSink open(PartStore<?> store, String part) throws IOException {
    return new Sink(caller, part + name, new CountingOutput(store.create(part + name)));
  }

  @Override
  public PredictReport.Written join(PartStore<?> store, List<PartContent> parts)
      throws IOException {
    long rows = 0;
    int number = 0;
    for (PartContent part : parts) {
      long here = (Long) part.summary();
      if (here > 0) {
        String from = part.files().keySet().iterator().next();
        copy(store, from, part.files().get(from), file(number++));
      }
      rows += here;
    }
    if (number == 0) {
      // Without a file nobody could tell what the columns are.
      rows(store.create(file(0))).close();
    }
    return new PredictReport.Written(name, rows, false);
  }

  private static void copy(PartStore<?> store, String from, long bytes, String to)
      throws IOException {
    try (InputStream in = store.open(from);
        OutputStream out = store.create(to)) {
      long copied = in.transferTo(out);
      if (copied != bytes) {
        throw new IOException(
            store.file(from) + ": has " + copied + " bytes and should have " + bytes);
      }
    }
  }

  private String file(int number) {
    return String.format(Locale.ROOT, "%s/part-%06d.parquet", name, number);
  }

  /** A task's part. */
  private static final class Sink implements PartSink {
    private final SiteCaller caller;
    private final String file;
    private final CountingOutput counted;
    private final ParquetRows<SitePrediction> rows;
    private long count;

    Sink(SiteCaller caller, String file, CountingOutput counted) throws IOException {
      this.caller = caller;
      this.file = file;
      this.counted = counted;
      this.rows = SiteTable.rows(counted);
    }

    @Override
    public void write(List<StrandScores> scores) throws IOException {
      for (SitePrediction site : caller.sites(scores)) {
        rows.write(site);
        count++;
      }
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }

    @Override
    public PartContent content() {
      return new PartContent(Map.of(file, counted.count()), count);
    }
  }
}
