package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;

/** What a page says of the scores in a VCF: counted line by line, whatever its length. */
final class VcfScores {
  private final InfoKey key;
  private final ScoreTally tally;
  private final Map<String, Long> statuses = new TreeMap<>();
  private long records;
  private long strange;

  private VcfScores(InfoKey key, int wanted) {
    this.key = key;
    this.tally = new ScoreTally(key.layout().types().size(), wanted);
  }

  /**
   * Reads a VCF, or the parts of one.
   *
   * @param wanted how many of the strongest alleles are to be known by name
   * @throws InputException if one is no VCF, or nothing under the key has the layout's fields
   */
  static VcfScores read(List<Path> files, InfoKey key, int wanted) throws IOException {
    VcfScores scores = new VcfScores(key, wanted);
    for (Path file : files) {
      scores.add(file);
    }
    if (scores.strange > 0 && scores.tally.scored() == 0) {
      throw new InputException(
          files.get(0) + ": INFO/" + key.name() + " is not " + key.layout().format());
    }
    return scores;
  }

  private void add(Path file) throws IOException {
    FileSource source = new FileSource(file.toString());
    VcfHeader header = VcfHeader.read(source);
    if (!header.hasRecords()) {
      return;
    }
    VcfSplit rest = new VcfSplit(header.end(), Long.MAX_VALUE);
    try (SplitReader lines = new SplitReader(source, header.compression(), rest)) {
      while (lines.hasNext()) {
        add(lines.next());
      }
    }
  }

  private void add(VcfLine line) {
    records++;
    if (line.malformed() != null) {
      statuses.merge("BAD_RECORD", 1L, Long::sum);
      return;
    }
    line.info(key.name())
        .map(key.layout()::entries)
        .orElse(List.of())
        .forEach(entry -> add(line, entry));
    line.info(key.status())
        .map(text -> List.of(text.split(",")))
        .orElse(List.of())
        .forEach(this::addStatus);
  }

  private void addStatus(String entry) {
    String reason = entry.substring(entry.lastIndexOf('|') + 1);
    // Another program's words are not many; should they be, they are counted as one.
    boolean known = statuses.containsKey(reason) || statuses.size() < 100;
    statuses.merge(known ? reason : "others", 1L, Long::sum);
  }

  private void add(VcfLine line, String text) {
    Optional<ScoredEntry> read;
    try {
      read = key.layout().entry(text, line.alts().stream().findFirst().orElse("."));
    } catch (IllegalArgumentException notOne) {
      strange++;
      return;
    }
    read.ifPresent(entry -> tally.add(line.contig(), line.position(), line.ref(), entry));
  }

  /** What stands in the entries. */
  ScoreLayout layout() {
    return key.layout();
  }

  /** The entries with numbers. */
  ScoreTally tally() {
    return tally;
  }

  /** Lines after the header. */
  long records() {
    return records;
  }

  /** Entries that have not the fields. */
  long strange() {
    return strange;
  }

  /** Reasons of alternates without scores. */
  Map<String, Long> statuses() {
    return statuses;
  }
}
