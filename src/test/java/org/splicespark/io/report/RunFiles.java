package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as commands leave them, made up for tests. */
final class RunFiles {
  static final String FORMAT = InfoKey.FORMAT;

  private RunFiles() {}

  /** A VCF whose records have these INFO columns, at POS 10, 20, 30 and so on of chr1. */
  static Path vcf(Path file, String key, List<String> infos) throws IOException {
    return vcf(file, key, FORMAT, infos);
  }

  static Path vcf(Path file, String key, String format, List<String> infos) throws IOException {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    text.append("##INFO=<ID=" + key + ",Number=.,Type=String,Description=\"" + format + "\">\n");
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n");
    int position = 0;
    for (String info : infos) {
      position += 10;
      text.append("chr1\t" + position + "\t.\tA\tG\t.\t.\t" + info + "\n");
    }
    return Files.writeString(file, text);
  }

  static Path manifest(Path vcf, String more) throws IOException {
    return Files.writeString(
        vcf.resolveSibling(vcf.getFileName() + ".manifest.json"),
        "{\"program\": \"splicespark variant\", \"input\": \"in.vcf\", \"parameters\":"
            + " {\"distance\": 70, \"mask\": 1, \"compat\": false, \"infoKey\": \"OpenSpliceAI\"},"
            + " \"records\": 2, \"scored\": 1234567, \"skipped\": {\"NO_GENE\": 7}"
            + more
            + "}");
  }

  static Path file(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(name), text);
  }

  /** The page about these, with no pictures. */
  static String page(Path... paths) throws IOException {
    return page(new ArrayList<>(), paths);
  }

  /**
   * @param told gets what is said of files that are left out
   */
  static String page(List<String> told, Path... paths) throws IOException {
    Path html = Files.createTempFile("report", ".html");
    try {
      Report.read(List.of(paths), java.util.Optional.empty(), 5, told::add)
          .write(html, "A title", "Made by a test.", List.of());
      return Files.readString(html);
    } finally {
      Files.delete(html);
    }
  }
}
