package org.splicespark.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.paralog.KnownParalogs;
import org.splicespark.dataset.paralog.Paralog;
import org.splicespark.dataset.paralog.ParalogMatch;
import org.splicespark.io.JunctionTableWriter;
import org.splicespark.io.picture.MotifPicture;
import org.splicespark.spark.shards.CreateDataReport;
import org.splicespark.spark.shards.WrittenFile;

/** The small files beside the shards: lists of genes, pictures. */
final class DataFiles {
  private final CreateDataReport report;
  private final String folder;
  private final Workplace workplace;
  private final List<WrittenFile> written = new ArrayList<>();

  DataFiles(CreateDataReport report, String folder, Workplace workplace) {
    this.report = report;
    this.folder = folder;
    this.workplace = workplace;
  }

  /**
   * @param known paralogs that a table names, if one was given
   * @param collapsed whether CI-SpliceAI's tables are wanted
   * @param pictures whether the bases around the sites are to be drawn
   * @return what was written
   */
  List<WrittenFile> write(Optional<KnownParalogs> known, boolean collapsed, boolean pictures)
      throws IOException {
    for (Split split : report.counts().keySet()) {
      write(split.label() + "_stats.txt", stats(report.genes().of(split)));
    }
    for (var entry : report.paralogs().entrySet()) {
      write("removed_paralogs_" + entry.getKey().label() + ".txt", paralogs(entry.getValue()));
    }
    if (collapsed) {
      tables(known);
    }
    if (pictures) {
      draw();
    }
    return List.copyOf(written);
  }

  /** All genes that were written, for {@code variant -A} and for CI-SpliceAI's own trainer. */
  private void tables(Optional<KnownParalogs> known) throws IOException {
    List<GenePlan> genes =
        Arrays.stream(Split.values()).flatMap(s -> report.genes().of(s).stream()).toList();
    StringWriter annotation = new StringWriter();
    JunctionTableWriter.write(genes, annotation);
    write("annotation_table.csv", annotation.toString());
    StringWriter training = new StringWriter();
    List<String> names = genes.stream().map(GenePlan::name).toList();
    Set<String> paralogs = known.map(table -> table.having(names)).orElse(Set.of());
    JunctionTableWriter.writeTraining(genes, paralogs, training);
    write("training_table.csv", training.toString());
  }

  private void draw() throws IOException {
    for (var entry : report.counts().entrySet()) {
      String split = entry.getKey().label();
      Path drawn = Files.createTempFile("splicespark-" + split, ".png");
      try {
        MotifPicture.write(drawn, split + ": bases around splice sites", entry.getValue().motifs());
        write("verify_" + split + ".png", Files.readAllBytes(drawn));
      } finally {
        Files.delete(drawn);
      }
    }
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    workplace.write(folder + "/" + name, bytes);
    written.add(new WrittenFile(name, bytes.length, DigestUtils.sha256Hex(bytes)));
  }

  /** A line per gene, as the published program writes it; places are 1-based and inclusive. */
  private static String stats(List<GenePlan> genes) {
    StringBuilder lines = new StringBuilder();
    for (GenePlan gene : genes) {
      lines
          .append(gene.contig())
          .append('\t')
          .append(gene.span().start() + 1)
          .append('\t')
          .append(gene.span().end())
          .append('\t')
          .append(gene.name())
          .append("\t1\t")
          .append(gene.strand().symbol())
          .append('\n');
    }
    return lines.toString();
  }

  private static String paralogs(List<Paralog> paralogs) {
    StringBuilder lines = new StringBuilder("gene\tmatch\tidentity\tcoverage\n");
    for (Paralog paralog : paralogs) {
      lines.append(paralog.gene() + "\t" + paralog.match() + "\t" + measured(paralog) + "\n");
    }
    return lines.toString();
  }

  /** Identity and coverage; a table of known paralogs has neither. */
  private static String measured(Paralog paralog) {
    return paralog instanceof ParalogMatch match
        ? String.format(Locale.ROOT, "%.4f\t%.4f", match.identity(), match.coverage())
        : ".\t.";
  }
}
