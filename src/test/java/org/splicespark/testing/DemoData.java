package org.splicespark.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the files of {@code models/demo}, the same bytes every time. */
public final class DemoData {
  private DemoData() {}

  /** Content by file name. */
  public static Map<String, byte[]> files() {
    DemoGenome genome = new DemoGenome();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("motif_80nt.pt", DemoModel.file());
    files.put("genome.fa", ascii(genome.fasta()));
    files.put("genome.fa.fai", ascii(genome.index()));
    files.put("genes.gff3", ascii(genome.annotation()));
    files.put("variants.vcf", ascii(new DemoVariants(genome).vcf()));
    return files;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes them into the folder that is named, {@code models/demo} as a rule. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
