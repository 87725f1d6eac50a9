package org.splicespark.io.vcf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import htsjdk.samtools.util.BlockCompressedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.Reference;

@Tag("golden")
class ReferenceVcfTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"human/matrix.vcf", "human/dbsnp.vcf"})
  void theReferenceFilesPassUnchanged(String name) throws IOException {
    byte[] text = Files.readAllBytes(Reference.path(name));
    FileSource plain = new FileSource(Reference.path(name).toString());
    FileSource bgzf = VcfText.file(folder.resolve("in.gz"), BgzfBytes.byHtsjdk(text));
    for (FileSource source : new FileSource[] {plain, bgzf}) {
      for (int parts : new int[] {1, 4, 23}) {
        Path out = folder.resolve("out.vcf");
        VcfText.rewritten(source, parts, Compression.PLAIN, out);
        assertArrayEquals(text, Files.readAllBytes(out));
        VcfText.rewritten(source, parts, Compression.BGZF, out);
        try (var in = new BlockCompressedInputStream(out)) {
          assertArrayEquals(text, in.readAllBytes());
        }
        assertTrue(Files.exists(Path.of(out + ".tbi")));
      }
    }
  }
}
