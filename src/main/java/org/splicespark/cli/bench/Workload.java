package org.splicespark.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.splicespark.error.InputException;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.ContigNames;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.io.vcf.ByteSource;
import org.splicespark.io.vcf.SplitPlanner;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.variant.VariantRecord;

/** Records to score, of one kind. */
public record Workload(String name, List<VariantRecord> records) {

  /** Records that lie in genes, as they follow one another in the file. */
  public static Workload dense(ByteSource vcf, Annotation genes, int most) throws IOException {
    List<VariantRecord> inGenes = inGenes(vcf, genes);
    return new Workload("dense", List.copyOf(inGenes.subList(0, Math.min(most, inGenes.size()))));
  }

  /** One record per gene: nothing to share. */
  public static Workload sparse(ByteSource vcf, Annotation genes) throws IOException {
    Set<Gene> seen = new HashSet<>();
    List<VariantRecord> one = new ArrayList<>();
    for (VariantRecord record : inGenes(vcf, genes)) {
      List<Gene> hit = genes.overlapping(place(record));
      if (hit.size() == 1 && seen.add(hit.get(0))) {
        one.add(record);
      }
    }
    return new Workload("sparse", one);
  }

  private static List<VariantRecord> inGenes(ByteSource vcf, Annotation genes) throws IOException {
    VcfHeader header = VcfHeader.read(vcf);
    ContigNames names = new ContigNames(genes.contigs());
    List<VariantRecord> records = new ArrayList<>();
    for (VcfSplit split : SplitPlanner.plan(vcf, header, 1)) {
      try (SplitReader lines = new SplitReader(vcf, header.compression(), split)) {
        while (lines.hasNext()) {
          VcfLine line = lines.next();
          if (line.malformed() != null || line.position() < 1) {
            continue;
          }
          VariantRecord record =
              new VariantRecord(
                  names.find(line.contig()).orElse(line.contig()),
                  line.position() - 1,
                  line.ref(),
                  line.alts());
          if (!genes.overlapping(place(record)).isEmpty()) {
            records.add(record);
          }
        }
      }
    }
    if (records.isEmpty()) {
      throw new InputException(vcf.name() + ": no record lies in a gene of the annotation");
    }
    return records;
  }

  private static Interval place(VariantRecord record) {
    return new Interval(record.contig(), record.start(), record.start() + 1);
  }
}
