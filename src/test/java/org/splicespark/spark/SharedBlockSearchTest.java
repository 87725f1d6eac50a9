package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.vcf.BlockSearch;
import org.splicespark.testing.SharedSpark;

/** Blocks found by tasks. */
@Tag("spark")
class SharedBlockSearchTest {
  @TempDir Path folder;

  @Test
  void tasksFindTheBlocksThatTheDriverWouldInTheirOrder() throws IOException {
    Bench bench = new Bench(folder);
    String text = VcfMaker.HEADER + new VcfMaker(bench).records(3000);
    byte[] bgzf = VcfMaker.bgzf(text, 500);
    Path file = Files.write(folder.resolve("in.vcf.gz"), bgzf);
    var source = new HadoopSource(file.toString(), new HadoopFiles(new Configuration()));
    List<Long> guesses = LongStream.range(0, 400).mapToObj(i -> bgzf.length * i / 400).toList();
    List<Long> expected = BlockSearch.HERE.firstBlocks(source, guesses);
    assertTrue(expected.stream().distinct().count() > 100, "the file has few blocks");
    assertEquals(
        expected, new SharedBlockSearch(SharedSpark.context()).firstBlocks(source, guesses));
  }
}
