package org.splicespark.io.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.io.vcf.VcfHeader;

/** The INFO key under which a VCF has its scores. */
record InfoKey(String name, ScoreLayout layout) {
  static final String FORMAT = ScoreLayout.DELTAS.format();
  private static final String PANGOLIN = "Pangolin";
  private static final List<String> KNOWN =
      List.of("OpenSpliceAI", "SpliceAI", "CISpliceAI", PANGOLIN);

  /** Where a run says why an allele has no scores. */
  String status() {
    return name + "_STATUS";
  }

  /**
   * The first of those known, else one whose description has a format that is; of these only the
   * wanted one, where one is wanted.
   *
   * @throws org.splicespark.error.InputException if the file is no VCF
   */
  static Optional<InfoKey> in(Path vcf, Optional<String> wanted) throws IOException {
    VcfHeader header = VcfHeader.read(new FileSource(vcf.toString()));
    String text = new String(header.bytes(), StandardCharsets.UTF_8);
    Set<String> keys = new LinkedHashSet<>(wanted.map(List::of).orElse(KNOWN));
    keys.retainAll(header.infoIds());
    if (keys.isEmpty() && wanted.isEmpty()) {
      header.infoIds().stream()
          .filter(id -> declares(text, id, ScoreLayout.DELTAS) || isOfChanges(text, id))
          .forEach(keys::add);
    }
    return keys.stream().findFirst().map(key -> of(key, text));
  }

  private static InfoKey of(String key, String header) {
    return new InfoKey(key, isOfChanges(header, key) ? ScoreLayout.CHANGES : ScoreLayout.DELTAS);
  }

  private static boolean isOfChanges(String header, String id) {
    return declares(header, id, ScoreLayout.CHANGES)
        || (id.equals(PANGOLIN) && !declares(header, id, ScoreLayout.DELTAS));
  }

  private static boolean declares(String header, String id, ScoreLayout layout) {
    return header
        .lines()
        .filter(line -> line.startsWith("##INFO=") && line.contains("ID=" + id + ","))
        .findFirst()
        .filter(line -> line.contains(layout.format()))
        .isPresent();
  }
}
