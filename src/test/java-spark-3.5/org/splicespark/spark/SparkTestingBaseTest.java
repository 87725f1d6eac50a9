package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import com.holdenkarau.spark.testing.JavaRDDComparisons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.vcf.ByteSource;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.SplitPlanner;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.testing.SharedSpark;

/** What is distributed, compared with what is not, by spark-testing-base. */
@Tag("spark")
class SparkTestingBaseTest {
  private static final String KEY = "OpenSpliceAI=";

  @TempDir Path folder;
  private Bench bench;
  private String records;
  private final Comparisons compare = new Comparisons();

  /** The comparisons of Datasets, on the session that all tests share, without JUnit 4. */
  private static final class Comparisons extends JavaDatasetSuiteBase {
    @Override
    public SparkContext sc() {
      return spark().sparkContext();
    }

    @Override
    public SparkSession spark() {
      return SharedSpark.session();
    }

    @Override
    public boolean enableHiveSupport() {
      return false;
    }
  }

  @BeforeEach
  void makeInput() throws IOException {
    bench = new Bench(folder);
    records = new VcfMaker(bench).records(150);
    bench.write("in.vcf", VcfMaker.HEADER + records);
    Files.write(bench.path("in.bgz.vcf"), VcfMaker.bgzf(VcfMaker.HEADER + records, 333));
  }

  private JavaRDD<String> throughSplits(String name, int parts) throws IOException {
    HadoopFiles files = new HadoopFiles(SharedSpark.context().hadoopConfiguration());
    ByteSource source = new HadoopSource(bench.path(name).toString(), files);
    VcfHeader header = VcfHeader.read(source);
    List<VcfSplit> splits = SplitPlanner.plan(source, header, parts);
    assertEquals(parts, splits.size());
    Compression compression = header.compression();
    return SharedSpark.context()
        .parallelize(splits, parts)
        .flatMap(split -> lines(source, compression, split));
  }

  private static Iterator<String> lines(ByteSource source, Compression compression, VcfSplit split)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (SplitReader reader = new SplitReader(source, compression, split)) {
      reader.forEachRemaining(line -> lines.add(new String(line.bytes(), StandardCharsets.UTF_8)));
    }
    return lines.iterator();
  }

  @Test
  void recordsReadThroughSplitsAreThoseOfTheFileInItsOrder() throws IOException {
    List<String> whole = records.lines().map(line -> line + "\n").toList();
    JavaRDD<String> expected = SharedSpark.context().parallelize(whole, 3);
    for (String name : List.of("in.vcf", "in.bgz.vcf")) {
      JavaRDDComparisons.assertRDDEqualsWithOrder(expected, throughSplits(name, 7));
      assertTrue(
          JavaRDDComparisons.compareRDDWithOrder(expected, throughSplits(name, 4)).isEmpty());
    }
  }

  @Test
  void theComparisonSeesAnotherOrder() throws IOException {
    List<String> other = new ArrayList<>(records.lines().map(line -> line + "\n").toList());
    java.util.Collections.swap(other, 70, 71);
    JavaRDD<String> swapped = SharedSpark.context().parallelize(other, 3);
    JavaRDD<String> read = throughSplits("in.vcf", 7);
    JavaRDDComparisons.assertRDDEquals(swapped, read);
    assertThrows(AssertionError.class, () -> JavaRDDComparisons.assertRDDEqualsWithOrder(swapped, read));
  }

  private Dataset<String> annotated(String output, int parts) throws IOException {
    bench.run("in.bgz.vcf", output).partitions(parts).go();
    return SharedSpark.session().read().textFile(bench.path(output).toString());
  }

  /** A row per scored allele and gene: place, allele, gene, and the largest delta score. */
  private static Dataset<Row> scores(Dataset<String> lines) {
    StructType schema =
        new StructType()
            .add("place", "string", false)
            .add("allele", "string", false)
            .add("gene", "string", false)
            .add("delta", "double", false);
    return lines.flatMap(
        (org.apache.spark.api.java.function.FlatMapFunction<String, Row>)
            SparkTestingBaseTest::scores,
        Encoders.row(schema));
  }

  private static Iterator<Row> scores(String line) {
    List<Row> rows = new ArrayList<>();
    String[] columns = line.split("\t");
    if (line.startsWith("#") || !line.contains(KEY)) {
      return rows.iterator();
    }
    String entry = columns[7].substring(columns[7].indexOf(KEY) + KEY.length()).split(";")[0];
    for (String one : entry.split(",")) {
      String[] fields = one.split("\\|");
      double delta = Arrays.stream(fields, 2, 6).mapToDouble(Double::parseDouble).max().orElse(-1);
      rows.add(RowFactory.create(columns[0] + ":" + columns[1], fields[0], fields[1], delta));
    }
    return rows.iterator();
  }

  @Test
  void linesAndScoresAreTheSameHoweverTheInputWasCut() throws IOException {
    Dataset<String> two = annotated("two.vcf", 2);
    Dataset<String> seven = annotated("seven.vcf", 7);
    compare.assertDatasetEquals(two, seven);
    assertTrue(scores(two).count() > 50, "too few scores to compare");
    compare.assertDataFrameDataEquals(scores(two), scores(seven.repartition(5)));
    compare.assertDataFrameApproximateEquals(scores(two), scores(seven), 0);
  }

  @Test
  void theComparisonSeesAScoreThatDiffers() throws IOException {
    Dataset<Row> scores = scores(annotated("out.vcf", 3)).cache();
    Dataset<Row> changed = scores.selectExpr("place", "allele", "gene", "delta + 0.01D as delta");
    assertThrows(AssertionError.class, () -> compare.assertDataFrameDataEquals(scores, changed));
    assertThrows(
        AssertionError.class, () -> compare.assertDataFrameApproximateEquals(scores, changed, 0.001));
    compare.assertDataFrameApproximateEquals(scores, changed, 0.02);
  }
}
