package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

class ParalogTableTest {
  private static final Map<String, Set<String>> PAIR =
      Map.of("ENSG00000000001", Set.of("ENSG00000000002", "ENSG00000000003"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("paralogs.txt");
  }

  private Map<String, Set<String>> read(String text) throws IOException {
    Files.writeString(file, text);
    return ParalogTable.read(file).ofGene();
  }

  private String fault(String text) {
    return assertThrows(InputException.class, () -> read(text)).getMessage();
  }

  @Test
  void biomartsCsvIsRead() throws IOException {
    assertEquals(
        PAIR,
        read(
            "Gene stable ID,Human paralogue gene stable ID,Human paralogue associated gene name\n"
                + "ENSG00000000001,ENSG00000000002,\"A, or B\"\n"
                + "ENSG00000000004,,\n"
                + "ENSG00000000001,ENSG00000000003,C\n"));
  }

  @Test
  void versionsAndTabsAndOtherSpeciesAreRead() throws IOException {
    assertEquals(
        PAIR,
        read(
            "Gene name\tMouse paralogue gene stable ID\tGene stable ID version\r\n"
                + "x\tENSG00000000002.4\tENSG00000000001.12\r\n"
                + "x\tENSG00000000003\tENSG00000000001.12\r\n"));
  }

  @Test
  void biomartsNamesOfColumnsAreRead() throws IOException {
    String rows = "ENSG00000000001,ENSG00000000002\nENSG00000000001,ENSG00000000003\n";
    assertEquals(PAIR, read("ensembl_gene_id,hsapiens_paralog_ensembl_gene\n" + rows));
    assertEquals(PAIR, read("ensembl_gene_id_version,mmusculus_paralog_ensembl_gene\n" + rows));
  }

  @Test
  void aTableMayBeCompressed() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          ("Gene stable ID\tHuman paralogue gene stable ID\n"
                  + "ENSG00000000001\tENSG00000000002\nENSG00000000001\tENSG00000000003\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(PAIR, ParalogTable.read(file).ofGene());
  }

  @Test
  void aGeneIsNotItsOwnParalog() throws IOException {
    assertEquals(
        Map.of(),
        read("Gene stable ID,Human paralogue gene stable ID\nENSG00000000001,ENSG00000000001\n"));
  }

  @Test
  void whatIsWrongIsSaidWithFileAndLine() {
    assertEquals(
        file
            + ", line 1: has no column \"... paralogue gene stable ID\"; the header names Gene"
            + " stable ID, Gene name",
        fault("Gene stable ID,Gene name\n"));
    assertEquals(
        file + ", line 1: has no column \"Gene stable ID\"; the header names a, b", fault("a,b\n"));
    assertEquals(
        file + ", line 3: has 1 fields, not 2",
        fault("Gene stable ID,Human paralogue gene stable ID\nA,B\nA\n"));
    assertEquals(
        file + ", line 2: names no gene",
        fault("Gene stable ID,Human paralogue gene stable ID\n,B\n"));
    assertEquals("nothing in " + file, fault(""));
  }
}
