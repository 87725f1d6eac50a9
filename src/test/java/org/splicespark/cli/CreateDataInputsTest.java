package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.io.FastaGenome;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.Rows;
import org.splicespark.testing.SharedSpark;

/** Command lines and inputs of create-data that are wrong, or odd: how it ends, what is said. */
@Tag("spark")
class CreateDataInputsTest {
  private static final List<Gene> GENES =
      List.of(
          Genes.gene("A", "chr1", Strand.PLUS, 100, 200, 400, 500),
          Genes.gene("B", "chr1", Strand.MINUS, 1000, 1100, 1500, 1600),
          Genes.gene("C", "chr2", Strand.PLUS, 100, 200, 700, 800));

  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    Random random = new Random(3);
    write(
        "genome.fa",
        ">chr1\n%s\n>chr2\n%s\n>chr3\n%s\n"
            .formatted(
                MemoryGenome.randomBases(random, 2000),
                MemoryGenome.randomBases(random, 1500),
                MemoryGenome.randomBases(random, 1000)));
    FastaGenome.open(folder.resolve("genome.fa")).close();
    write("genes.gff3", Dialects.ENSEMBL_GFF3.text(GENES));
    String gencode = Dialects.GENCODE_GFF3.text(GENES);
    write("other.gff3", gencode.replace("chr", "contig"));
    write("some.gff3", gencode.replace("chr2", "chr9"));
    write("lnc.gff3", gencode.replace("gene_type=protein_coding", "gene_type=lncRNA"));
    write("unsaid.gff3", gencode.replace("gene_type=protein_coding", "note=x"));
    write("long.gff3", gene(900, 9000, "+", "mRNA 900 9000", "exon 900 9000"));
    write("outside.gff3", gene(100, 400, "+", "mRNA 100 400", "exon 100 401"));
    write("mixed.gff3", gene(100, 400, "-", "mRNA 100 400", "exon 100 400"));
    write("overlap.gff3", gene(100, 400, "+", "mRNA 100 400", "exon 100 300", "exon 300 400"));
    write("single.gff3", gene(100, 400, "+", "mRNA 100 400", "exon 100 400"));
    write(
        "own.gff3",
        "##gff-version 3\n"
            + row("gene 100 400 . +", "ID=t;biotype=protein_coding")
            + row("exon 100 400 . +", "Parent=t"));
    write("bare.gff3", "##gff-version 3\n" + row("gene 100 400 . +", "ID=g;biotype=x"));
    write("comments.gff3", "##gff-version 3\n# nothing\n");
    write(
        "genes.tsv",
        "#NAME\tCHROM\tSTRAND\tTX_START\tTX_END\tEXON_START\tEXON_END\n"
            + "G\tchr1\t+\t100\t900\t100,500,\t300,900,\n");
    write("prose.txt", "Call me Ishmael.\n");
    write("empty", "");
    write("paralogs.csv", "Gene stable ID,Human paralogue gene stable ID\nA,C\nB,C\nC,A\n");
    write("old", "old");
    Files.createDirectories(folder.resolve("full"));
    write("full/manifest.json", "{}");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** One gene on chr1 with one transcript; the other rows' strand is the forward one. */
  private static String gene(int first, int last, String strand, String... rows) {
    StringBuilder text = new StringBuilder("##gff-version 3\n");
    String place = first + " " + last + " . ";
    text.append(row("gene " + place + strand, "ID=g;biotype=protein_coding"));
    for (String child : rows) {
      text.append(row(child + " . +", child.startsWith("exon") ? "Parent=t" : "ID=t;Parent=g"));
    }
    return text.toString();
  }

  private static String row(String columns, String attributes) {
    return Rows.tabbed("chr1 . " + columns + " . " + attributes);
  }

  private static Invocation create() {
    Map<String, String> options =
        Map.of(
            "--genome-fasta", "DIR/genome.fa",
            "--annotation-gff", "DIR/genes.gff3",
            "--output-dir", "DIR/out");
    return new Invocation(folder, "create-data", options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--genome-fasta=none # '--genome-fasta=FASTA'",
        "--annotation-gff=none # '--annotation-gff=FILE'",
        "--output-dir=none # '--output-dir=FOLDER'",
        "--frobnicate # '--frobnicate'",
        "more # 'more'",
        "--biotype=coding # expected protein-coding, non-coding, all, not coding",
        "--parse-type=mane # expected canonical, all-isoforms, tagged, collapsed, not mane",
        "--split-method=odd # expected random, human, not odd",
        "--chr-split=train # expected train-test, test, not train",
        "--context=some # expected none, genomic, not some",
        "--format=zarr # expected parquet, hdf5, both, not zarr",
        "--paralogs-rule=all # expected among-training, anywhere, not all",
        "--split-ratio=1.1 # --split-ratio must be between 0 and 1, not 1.1",
        "--split-ratio=-0.1 # --split-ratio must be between 0 and 1, not -0.1",
        "--split-ratio=NaN # --split-ratio must be between 0 and 1, not NaN",
        "--split-ratio=x # '--split-ratio'",
        "--val-split-ratio=2 # --val-split-ratio must be between 0 and 1, not 2",
        "--val_split_ratio=2 # --val-split-ratio must be between 0 and 1, not 2",
        "--min-identity=80 # --min-identity must be between 0 and 1, not 80",
        "--min-coverage=-1 # --min-coverage must be between 0 and 1, not -1",
        "--single-hdf5 --format=parquet # --single-hdf5 needs --format hdf5 or both",
        "--partitions=-1 # --partitions must be at least 0",
        "--seed=x # 'x' is not a long",
        "--remove-paralogs --paralogs=DIR/paralogs.csv # --remove-paralogs or --paralogs",
        "--conf=x # KEY=VALUE",
      })
  void aCommandLineThatIsWrongIsUsage(String changes, String fragment) throws IOException {
    requireNothingNew(changes, ended -> ended.requireUsage(fragment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--genome-fasta=DIR/none.fa # none.fa: no such file",
        "--genome-fasta=DIR/empty # empty is empty",
        "--genome-fasta=DIR/prose.txt # prose.txt is no FASTA file",
        "--genome-fasta=DIR/full # full",
        "--annotation-gff=DIR/none.gff3 # none.gff3: no such file",
        "--annotation-gff=DIR/full # full",
        "--annotation-gff=DIR/empty # no gene in",
        "--annotation-gff=DIR/comments.gff3 # no gene in",
        "--annotation-gff=DIR/bare.gff3 # no gene in",
        "--annotation-gff=DIR/prose.txt # unknown format of annotation",
        "--annotation-gff=DIR/other.gff3 # the annotation has contig1, the reference chr1",
        "--annotation-gff=DIR/long.gff3 # gene g ends at 9000 but the reference's chr1 has 2000",
        "--annotation-gff=DIR/outside.gff3 # line 4: exon 100-401 of t is outside its gene",
        "--annotation-gff=DIR/mixed.gff3 # line 4: strand \"+\" of an exon of t is not its gene's",
        "--paralogs=DIR/none.csv # none.csv: no such file",
        "--paralogs=DIR/genes.gff3 # has no column \"Gene stable ID\"",
        "--test-contigs=chr7 # contig chr7 is not in the genome",
        "--test-contigs=chr1 --train-contigs=1 # contig chr1 is named for two splits, or twice",
        "--output-dir=DIR/old # old: is a file, not a folder",
        "--output-dir=DIR/old/out # out: cannot be written",
        "--output-dir=/proc/none/out # /proc/none/out: cannot be written",
        "--output-dir=DIR/full # full: has data already (manifest.json); give --overwrite",
      })
  void anInputThatCannotBeUsedIsToldInOneLine(String changes, String fragment) throws IOException {
    requireNothingNew(changes, ended -> ended.requireInput(fragment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "lnc.gff3 # '' # 3 not of the biotype asked for",
        "unsaid.gff3 # '' # 3 the annotation does not say its biotype; --biotype all takes them",
        "genes.tsv # '' # 1 the annotation does not say its biotype",
        "genes.gff3 # --parse-type=tagged # 3 no transcript tagged MANE Select",
        "genes.gff3 # --train-contigs=chr3 # 3 on a contig that is in no split",
        "genes.gff3 # --chr-split=test --test-contigs=chr3 # 3 on a contig that is in no split",
        "overlap.gff3 # '' # 1 exons of one transcript overlap",
        "single.gff3 # --parse-type=collapsed # 1 no intron in any isoform",
        "own.gff3 # '' # 1 no transcript with exons",
        "genes.gff3 # --paralogs=DIR/paralogs.csv --paralogs-rule=anywhere --chr-split=test"
            + " --split-ratio=0 # no gene is left: all have paralogs",
      })
  void whereNoGeneIsLeftTheReasonsAreTold(String file, String changes, String fragment)
      throws IOException {
    String all = ("--annotation-gff=DIR/" + file + " " + changes).strip();
    requireNothingNew(all, ended -> ended.requireInput(fragment));
    requireNothingNew(all, ended -> ended.requireInput("no gene is left: "));
  }

  private static void requireNothingNew(String changes, java.util.function.Consumer<Ended> required)
      throws IOException {
    Map<String, Long> before = create().files();
    required.accept(create().run(changes));
    assertEquals(before, create().files());
  }

  @Test
  void reasonsAreNamedTogetherEachWithItsNumber() throws IOException {
    Map<String, Long> before = create().files();
    Ended ended = create().run("--annotation-gff=DIR/some.gff3 --biotype=non-coding");
    assertEquals(Main.INPUT, ended.code(), ended.err());
    // The first line counts the genes on other contigs, as it does in a run that goes well.
    assertEquals(2, ended.err().lines().count(), ended.err());
    assertTrue(
        ended
            .err()
            .contains(
                "some.gff3: no gene is left: 1 on a contig that the genome does not have;"
                    + " 2 not of the biotype asked for"),
        ended.err());
    assertEquals(before, create().files());
  }

  @Test
  void genesOnContigsThatTheGenomeDoesNotHaveAreCounted() throws IOException {
    Ended ended =
        create().run("--annotation-gff=DIR/some.gff3 --format=parquet --output-dir=DIR/some");
    ended.requireDone();
    assertTrue(ended.err().contains("1 of 3 genes are on contigs that"), ended.err());
    assertTrue(
        ended.err().matches("(?s).*OTHER_CONTIG +1  on a contig that the genome.*"), ended.err());
    assertTrue(Files.exists(folder.resolve("some/manifest.json")));
  }

  @Test
  void anEmptySetIsToldAndIsNoError() throws IOException {
    Ended all = create().run("--test-contigs=1,2,3 --format=parquet --output-dir=DIR/all-test");
    all.requireDone();
    assertTrue(all.err().contains("note: the train set is empty"), all.err());
    assertTrue(Files.exists(folder.resolve("all-test/parquet/test/part-00000.parquet")));
    assertTrue(Files.notExists(folder.resolve("all-test/parquet/train")));
    Ended none = create().run("--split-ratio=1 --format=parquet --output-dir=DIR/no-test");
    assertTrue(none.requireDone().err().contains("note: the test set is empty"), none.err());
    Ended wanted =
        create()
            .run("--test-contigs=1 --chr-split=test --format=parquet --output-dir=DIR/only-test");
    assertTrue(!wanted.requireDone().err().contains("note:"), wanted.err());
  }
}
