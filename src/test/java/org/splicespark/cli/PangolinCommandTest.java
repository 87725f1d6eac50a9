package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Compute;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.Reference;
import org.splicespark.variant.StepByStep;
import org.splicespark.variant.StepByStep.Extreme;

/** The whole command with some of Pangolin's networks at a real donor, against its steps. */
@Tag("golden")
@Tag("native")
@Tag("spark")
class PangolinCommandTest {
  /** The donor is at this base of a cut of the contig, 0-based; the cut is twice as long. */
  private static final int DONOR = 6000;

  private static final double POSITION_MATTERS = 0.001;

  @TempDir Path folder;

  /** The cut as it is, or turned, so that the same donor is on the other strand. */
  private String bases(Strand strand) throws IOException {
    int start = 74844 - 1 - DONOR;
    try (FastaGenome genome = FastaGenome.open(Reference.genomeIn(folder))) {
      byte[] cut = genome.bases(new Interval("chr22_20M", start, start + 2 * DONOR));
      byte[] read = strand == Strand.PLUS ? cut : DnaSequence.reverseComplement(cut);
      return new String(read, StandardCharsets.US_ASCII);
    }
  }

  private static Gene gene(Strand strand) {
    return strand == Strand.PLUS
        ? Genes.gene("G", "chr1", strand, 5800, 6001, 6500, 6700)
        : Genes.gene("G", "chr1", strand, 5300, 5500, 5999, 6200);
  }

  private static String row(Gene gene) {
    String table = "#NAME\tCHROM\tSTRAND\tTX_START\tTX_END\tEXON_START\tEXON_END\n";
    return gene.strand() == Strand.PLUS
        ? table + "G\tchr1\t+\t5800\t6700\t5800,6500,\t6001,6700,\n"
        : table + "G\tchr1\t-\t5300\t6200\t5300,5999,\t5500,6200,\n";
  }

  /** Two replicates of a tissue. */
  private void copyNetworks(int head) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    for (int replicate = 1; replicate <= 2; replicate++) {
      String name = "final." + replicate + "." + head + ".3.v2";
      Files.copy(Reference.path("models/pangolin").resolve(name), models.resolve(name));
    }
  }

  private Matcher entry(String bases, Gene gene, String record) throws IOException {
    Files.writeString(folder.resolve("cut.fa"), ">chr1\n" + bases + "\n");
    Files.writeString(folder.resolve("genes.txt"), row(gene));
    Files.writeString(
        folder.resolve("in.vcf"),
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n" + record);
    String line =
        "variant --profile pangolin --tissue heart --precision 6 -R DIR/cut.fa -A DIR/genes.txt"
            + " -m DIR/models -I DIR/in.vcf -O DIR/out.vcf";
    Ended.of(line.replace("DIR", folder.toString()).split(" ")).requireDone();
    String vcf = Files.readString(folder.resolve("out.vcf"));
    String change = "(-?\\d+):(-?[0-9.]+)\\|";
    Matcher entry =
        Pattern.compile("\tPangolin=G\\|" + change + change + "Warnings:\n").matcher(vcf);
    assertTrue(entry.find(), vcf);
    return entry;
  }

  private static void requireSame(Extreme expected, Matcher entry, int group) {
    assertEquals(expected.value(), Double.parseDouble(entry.group(group + 1)), 5e-6);
    if (Math.abs(expected.value()) >= POSITION_MATTERS) {
      assertEquals(expected.index() - 50, Integer.parseInt(entry.group(group)));
    }
  }

  @ParameterizedTest
  @EnumSource(Strand.class)
  void aDonorThatIsLostInTheHeartHasTheScoresOfThePublishedSteps(Strand strand) throws IOException {
    String bases = bases(strand);
    Gene gene = gene(strand);
    boolean plus = strand == Strand.PLUS;
    int pos = plus ? DONOR + 2 : 2 * DONOR - DONOR - 1;
    String ref = bases.substring(pos - 1, pos);
    String alt = plus ? "C" : "G";
    copyNetworks(0);
    List<Extreme> expected;
    try (SpliceModel heart =
        DjlModels.open(CheckpointFiles.read(folder.resolve("models")), Compute.cpu())) {
      MemoryGenome genome = new MemoryGenome().with("chr1", bases);
      expected = new StepByStep(genome, heart, 50, true).pangolin(gene, pos, ref, alt);
    }
    copyNetworks(4);
    String record = "chr1\t" + pos + "\t.\t" + ref + "\t" + alt + "\t.\t.\t.\n";
    Matcher entry = entry(bases, gene, record);
    requireSame(expected.get(0), entry, 1);
    requireSame(expected.get(1), entry, 3);
    assertEquals(plus ? "-1" : "1", entry.group(3));
    assertTrue(Double.parseDouble(entry.group(4)) < -0.5, entry.group());
  }
}
