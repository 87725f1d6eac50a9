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
import org.splicespark.variant.InfoField;

/** The INFO key under which a VCF has its delta scores. */
record InfoKey(String name) {
  static final String FORMAT = InfoField.Layout.DELTAS.format();
  private static final List<String> KNOWN = List.of("OpenSpliceAI", "SpliceAI", "CISpliceAI");

  /** Where a run says why an allele has no scores. */
  String status() {
    return name + "_STATUS";
  }

  /**
   * The first of those known, else one whose description has the format; of these only the wanted
   * one, where one is wanted.
   *
   * @throws org.splicespark.error.InputException if the file is no VCF
   */
  static Optional<InfoKey> in(Path vcf, Optional<InfoKey> wanted) throws IOException {
    VcfHeader header = VcfHeader.read(new FileSource(vcf.toString()));
    if (wanted.isPresent()) {
      return wanted.filter(key -> header.infoIds().contains(key.name()));
    }
    Set<String> keys = new LinkedHashSet<>(KNOWN);
    keys.retainAll(header.infoIds());
    if (keys.isEmpty()) {
      String text = new String(header.bytes(), StandardCharsets.UTF_8);
      header.infoIds().stream()
          .filter(id -> declaration(text, id).contains(FORMAT))
          .forEach(keys::add);
    }
    return keys.stream().findFirst().map(InfoKey::new);
  }

  private static String declaration(String header, String id) {
    return header
        .lines()
        .filter(line -> line.startsWith("##INFO=") && line.contains("ID=" + id + ","))
        .findFirst()
        .orElse("");
  }
}
