package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;

/** What a page says of the scores in a VCF: counted line by line, whatever its length. */
final class VcfScores {
  private static final int CONTIGS = 10_000;

  private final InfoKey key;
  private final int wanted;
  private final PriorityQueue<TopAllele> top = new PriorityQueue<>(Collections.reverseOrder());
  private final Map<String, Long> byContig = new LinkedHashMap<>();
  private final Map<String, Long> statuses = new TreeMap<>();
  private final List<Histogram> histograms =
      Stream.generate(Histogram::new).limit(ScoredEntry.TYPES.size()).toList();
  private final long[][] above = new long[ScoredEntry.TYPES.size()][CUTOFFS.size()];
  private long records;
  private long scored;
  private long strange;

  /** Those that Jaganathan et al. (2019) name: high recall, recommended, high precision. */
  static final List<Double> CUTOFFS = List.of(0.2, 0.5, 0.8);

  private VcfScores(InfoKey key, int wanted) {
    this.key = key;
    this.wanted = wanted;
  }

  /**
   * Reads a VCF, or the parts of one.
   *
   * @param wanted how many of the strongest alleles are to be known by name
   * @throws InputException if one is no VCF, or nothing under the key has the ten fields
   */
  static VcfScores read(List<Path> files, InfoKey key, int wanted) throws IOException {
    VcfScores scores = new VcfScores(key, wanted);
    for (Path file : files) {
      scores.add(file);
    }
    if (scores.strange > 0 && scores.scored == 0) {
      throw new InputException(files.get(0) + ": INFO/" + key.name() + " is not " + InfoKey.FORMAT);
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
    for (String entry : entries(line, key.name())) {
      add(line, entry);
    }
    for (String entry : entries(line, key.status())) {
      String reason = entry.substring(entry.lastIndexOf('|') + 1);
      // Another program's words are not many; should they be, they are counted as one.
      boolean known = statuses.containsKey(reason) || statuses.size() < 100;
      statuses.merge(known ? reason : "others", 1L, Long::sum);
    }
  }

  private static List<String> entries(VcfLine line, String key) {
    Optional<String> value = line.info(key);
    return value.map(text -> List.of(text.split(","))).orElse(List.of());
  }

  private void add(VcfLine line, String text) {
    Optional<ScoredEntry> read;
    try {
      read = ScoredEntry.of(text);
    } catch (IllegalArgumentException notOne) {
      strange++;
      return;
    }
    read.ifPresent(entry -> add(line, entry));
  }

  private void add(VcfLine line, ScoredEntry entry) {
    scored++;
    String contig = line.contig();
    boolean known = byContig.containsKey(contig) || byContig.size() < CONTIGS;
    byContig.merge(known ? contig : "others", 1L, Long::sum);
    for (int type = 0; type < histograms.size(); type++) {
      double delta = entry.deltas().get(type);
      histograms.get(type).add(delta);
      for (int i = 0; i < CUTOFFS.size(); i++) {
        above[type][i] += delta >= CUTOFFS.get(i) ? 1 : 0;
      }
    }
    boolean room = top.size() < wanted;
    boolean stronger = wanted > 0 && !room && entry.largest() > top.peek().entry().largest();
    if (entry.largest() > 0 && (room || stronger)) {
      top.add(new TopAllele(contig, line.position(), line.ref(), entry, scored));
      if (top.size() > wanted) {
        top.poll();
      }
    }
  }

  /** The strongest alleles, the strongest first. */
  List<TopAllele> top() {
    List<TopAllele> sorted = new ArrayList<>(top);
    Collections.sort(sorted);
    return sorted;
  }

  /** Lines after the header. */
  long records() {
    return records;
  }

  /** Entries with numbers: alternates times genes. */
  long scored() {
    return scored;
  }

  /** Entries that have not the ten fields. */
  long strange() {
    return strange;
  }

  /** Reasons of alternates without scores. */
  Map<String, Long> statuses() {
    return statuses;
  }

  /** Entries with numbers by contig, in the file's order. */
  Map<String, Long> byContig() {
    return byContig;
  }

  Histogram histogram(int type) {
    return histograms.get(type);
  }

  /** Entries of which this type's score is at least the cutoff. */
  long above(int type, int cutoff) {
    return above[type][cutoff];
  }
}
