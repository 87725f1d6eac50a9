package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.splicespark.error.InputException;
import org.splicespark.genome.ContigNames;
import org.splicespark.io.vcf.ByteSource;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.TextSpool;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.variant.InfoField;

/** The VCF of a run: splittable, its header read and checked. */
record VcfInput(ByteSource source, VcfHeader header) {
  private static final String SPOOL = "input.vcf.bgz";

  /**
   * Standard input and plain gzip cannot be read by several tasks at once; they are kept as BGZF
   * beside the parts first.
   *
   * @throws InputException if it is not there, or no VCF
   */
  static VcfInput open(String name, HadoopFiles files, PartStore<?> parts) throws IOException {
    ByteSource source = new HadoopSource(name, files);
    if (name.equals("-")) {
      source = spooled(System.in, "standard input", files, parts);
    } else {
      requireFile(name, files);
      if (Compression.of(source) == Compression.GZIP) {
        try (InputStream in = source.open()) {
          source = spooled(in, name, files, parts);
        }
      }
    }
    return new VcfInput(source, VcfHeader.read(source));
  }

  private static void requireFile(String name, HadoopFiles files) throws IOException {
    if (!files.exists(name) || files.status(name).isDirectory()) {
      throw new InputException(name + ": no such file");
    }
  }

  private static ByteSource spooled(
      InputStream in, String name, HadoopFiles files, PartStore<?> parts) throws IOException {
    try (OutputStream out = parts.create(SPOOL)) {
      TextSpool.copy(in, name, out);
    }
    return new HadoopSource(parts.file(SPOOL), files);
  }

  /** Old values of ours must not stand among new ones. */
  void requireFree(InfoField info, boolean overwriteExisting) {
    Set<String> present = new TreeSet<>(header.infoIds());
    present.retainAll(info.keys());
    if (!present.isEmpty() && !overwriteExisting) {
      throw new InputException(
          source.name()
              + ": the header declares INFO/"
              + present.iterator().next()
              + " already; give --overwrite-existing to replace it, or another --info-key");
    }
  }

  /** A VCF of another assembly, or another naming, is found before the work and not after it. */
  void requireContigInCommon(Map<String, Integer> reference, String referenceName) {
    ContigNames names = new ContigNames(reference.keySet());
    Set<String> declared = header.contigs();
    if (!declared.isEmpty() && declared.stream().noneMatch(name -> names.find(name).isPresent())) {
      throw nothingInCommon(referenceName, declared.iterator().next(), reference);
    }
  }

  InputException nothingInCommon(String referenceName, String one, Map<String, Integer> reference) {
    return new InputException(
        source.name()
            + ": no contig in common with "
            + referenceName
            + " (the VCF has "
            + one
            + ", the reference "
            + reference.keySet().iterator().next()
            + "); give the FASTA that the VCF was called on");
  }

  /** The header of the file that keeps the records whose scoring failed. */
  byte[] forFailures(InfoField info) {
    return header.completed(List.of(info.failureHeaderLine()), Map.of());
  }

  /** The header as it is written: the input's own lines, ours, and the contigs that it lacks. */
  byte[] completed(InfoField info, String made, Map<String, Integer> reference) {
    return header.withoutInfo(info.keys()).completed(info.headerLines(made), reference);
  }
}
