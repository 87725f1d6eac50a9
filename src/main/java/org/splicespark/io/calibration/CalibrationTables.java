package org.splicespark.io.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.splicespark.calibrate.Calibration;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Reliability.Bin;
import org.splicespark.io.WholeFile;
import org.splicespark.model.SiteType;

/**
 * A calibration as text, with tabs between columns; each file is there whole or not at all, and
 * replaces one that is there. Numbers are the same in all countries; NA stands for a mean of
 * nothing.
 */
public final class CalibrationTables {
  private CalibrationTables() {}

  /**
   * Likelihood and calibration error as OpenSpliceAI writes them.
   *
   * @param when "Original" or "Calibrated"
   */
  public static void metrics(Path file, String when, Calibration calibration) throws IOException {
    write(
        file,
        format("%s_NLL\t%s_ECE\n", when, when)
            + format("%.8f\t%.8f\n", calibration.loss(), calibration.error()));
  }

  /** The curves of all classes: a line for each bin, before and after. */
  public static void reliability(Path file, Comparison set) throws IOException {
    StringBuilder lines =
        new StringBuilder(
            "class\tabove\tup_to\toriginal_count\toriginal_mean\toriginal_true"
                + "\tcalibrated_count\tcalibrated_mean\tcalibrated_true\n");
    for (SiteType type : SiteType.values()) {
      List<Bin> before = set.original().curve(type);
      List<Bin> after = set.calibrated().curve(type);
      for (int i = 0; i < before.size(); i++) {
        Bin bin = before.get(i);
        lines.append(format("%s\t%.6f\t%.6f", name(type), bin.from(), bin.to()));
        lines.append(cells(bin)).append(cells(after.get(i))).append('\n');
      }
    }
    write(file, lines.toString());
  }

  private static String cells(Bin bin) {
    return bin.count() == 0
        ? "\t0\tNA\tNA"
        : format("\t%d\t%.8f\t%.8f", bin.count(), bin.mean(), bin.share());
  }

  /** Brier scores of all sets and classes. */
  public static void brier(Path file, Map<String, Comparison> sets) throws IOException {
    StringBuilder lines = new StringBuilder("set\tclass\tplaces\toriginal\tcalibrated\n");
    sets.forEach(
        (set, comparison) -> {
          for (SiteType type : SiteType.values()) {
            lines.append(
                format(
                    "%s\t%s\t%d\t%.8e\t%.8e\n",
                    set,
                    name(type),
                    comparison.original().places(),
                    comparison.original().brier(type),
                    comparison.calibrated().brier(type)));
          }
        });
    write(file, lines.toString());
  }

  private static String name(SiteType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static void write(Path path, String text) throws IOException {
    try (WholeFile file = WholeFile.create(path)) {
      file.stream().write(text.getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }
}
