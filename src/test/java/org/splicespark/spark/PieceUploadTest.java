package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.testing.SharedSpark;

/** Parts sent in pieces by tasks. */
@Tag("spark")
class PieceUploadTest {
  private static final byte[] HEADER = "##fileformat=VCFv4.2\n#CHROM\tPOS\n".getBytes(UTF_8);

  @TempDir Path folder;
  private HadoopFiles files;
  private PartStore<PartResult> store;
  private Compression compression;
  private PartJoiner joiner;

  @BeforeEach
  void makeStore() throws IOException {
    files = new HadoopFiles(PiecesFileSystem.configuration());
    store = new PartStore<>(files, "pieces:" + folder.resolve("parts"));
    store.prepare("plan", false);
    writeAs(Compression.BGZF);
  }

  private void writeAs(Compression chosen) throws IOException {
    compression = chosen;
    joiner = new PartJoiner(HEADER, compression);
  }

  private List<PartResult> parts(int count) throws IOException {
    List<PartResult> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      String file = PartResult.name(part);
      PartWriter writer = new PartWriter(store.create(file), compression);
      for (int i = 0; i < 40; i++) {
        String line = "chr1\t" + (1000 * part + i + 1) + "\t.\tA\tC\t.\t.\tX=" + part * i + "\n";
        writer.write(new VcfLine(line.getBytes(UTF_8)));
      }
      writer.close();
      parts.add(new PartResult(part, file, writer.summary(), new Tally(), Map.of()));
    }
    return parts;
  }

  private WholeFile whole(List<PartResult> parts) {
    return new WholeFile(files, joiner, store, parts);
  }

  private byte[] oneStream(List<PartResult> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    whole(parts).writeTo(out);
    return out.toByteArray();
  }

  private String output() {
    return "pieces:" + folder.resolve("out.vcf.gz");
  }

  private void upload(List<PartResult> parts, long pieceBytes) throws IOException {
    new PieceUpload(files, store, output(), pieceBytes)
        .write(SharedSpark.context(), whole(parts), () -> {});
  }

  @Test
  void theBytesAreThoseOfOneStreamHoweverManyPiecesThereAre() throws IOException {
    List<PartResult> parts = parts(25);
    byte[] expected = oneStream(parts);
    long one = parts.get(0).summary().bytes();
    for (long pieceBytes : new long[] {1, 3 * one, 1000 * one}) {
      upload(parts, pieceBytes);
      assertArrayEquals(expected, Files.readAllBytes(folder.resolve("out.vcf.gz")));
    }
    assertEquals(List.of("out.vcf.gz", "parts"), names());
  }

  @Test
  void plainTextHasNoEndBlockAndNoPieceWithoutBytesIsSentForIt() throws IOException {
    writeAs(Compression.PLAIN);
    List<PartResult> parts = parts(5);
    long one = parts.get(0).summary().bytes();
    for (long pieceBytes : new long[] {1, one, 2 * one, 3 * one, 1000 * one}) {
      upload(parts, pieceBytes);
      assertArrayEquals(oneStream(parts), Files.readAllBytes(folder.resolve("out.vcf.gz")));
    }
    upload(List.of(), 1);
    assertArrayEquals(HEADER, Files.readAllBytes(folder.resolve("out.vcf.gz")));
  }

  @Test
  void norForPartsWithoutBytesBehindTheLastPiece() throws IOException {
    writeAs(Compression.PLAIN);
    List<PartResult> parts = new ArrayList<>(parts(2));
    String file = PartResult.name(2);
    PartWriter empty = new PartWriter(store.create(file), compression);
    empty.close();
    parts.add(new PartResult(2, file, empty.summary(), new Tally(), Map.of()));
    upload(parts, 1);
    assertArrayEquals(oneStream(parts), Files.readAllBytes(folder.resolve("out.vcf.gz")));
  }

  @Test
  void aPartThatIsShorterThanItShouldBeLeavesTheOldOutputAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("out.vcf.gz"), "old");
    List<PartResult> parts = parts(5);
    Files.write(folder.resolve("parts").resolve(parts.get(3).file()), new byte[10]);
    Exception failure = assertThrows(Exception.class, () -> upload(parts, 1));
    assertTrue(failure.getMessage().contains("a part has 10 bytes"), failure.getMessage());
    assertEquals("old", Files.readString(folder.resolve("out.vcf.gz")));
    assertEquals(List.of("out.vcf.gz", "parts"), names());
  }

  @Test
  void noRecordsMakeOnePiece() throws IOException {
    upload(List.of(), 1);
    assertArrayEquals(oneStream(List.of()), Files.readAllBytes(folder.resolve("out.vcf.gz")));
  }

  @Test
  void littleIsNotWorthItAndTheLocalDiskCannot() throws IOException {
    assertEquals(Optional.empty(), PieceUpload.of(files, store, output(), parts(2)));
  }

  @Test
  void aRunWhoseOutputIsJoinedInPiecesLeavesTheSameFileAndIndex() throws IOException {
    Bench bench = new Bench(Files.createDirectory(folder.resolve("bench")));
    bench.write("in.vcf", VcfMaker.HEADER + new VcfMaker(bench).records(60));
    bench.run("in.vcf", "out.vcf.gz").go();
    byte[] file = Files.readAllBytes(bench.path("out.vcf.gz"));
    byte[] index = Files.readAllBytes(bench.path("out.vcf.gz.tbi"));
    joinedInPieces((doing, path) -> {}, bench);
    assertArrayEquals(file, Files.readAllBytes(bench.path("out.vcf.gz")));
    assertArrayEquals(index, Files.readAllBytes(bench.path("out.vcf.gz.tbi")));
    assertEquals(List.of("out.vcf.gz", "out.vcf.gz.tbi"), bench.leftovers());
  }

  /** A run whose output is joined in pieces, in the place of the one that stands there. */
  private static void joinedInPieces(PiecesFileSystem.Trouble trouble, Bench bench)
      throws IOException {
    Configuration shared = SharedSpark.context().hadoopConfiguration();
    shared.setLong(PieceUpload.FROM, 1);
    try {
      PiecesFileSystem.during(
          trouble, bench.run("in.vcf", "pieces:" + bench.path("out.vcf.gz")).overwrite()::go);
    } finally {
      shared.unset(PieceUpload.FROM);
    }
  }

  @Test
  void whereTheFileSystemRefusesPiecesOneStreamMakesTheSameFileAndItIsSaid() throws IOException {
    Bench bench = new Bench(Files.createDirectory(folder.resolve("bench")));
    bench.write("in.vcf", VcfMaker.HEADER + new VcfMaker(bench).records(60));
    bench.run("in.vcf", "out.vcf.gz").go();
    byte[] file = Files.readAllBytes(bench.path("out.vcf.gz"));
    byte[] index = Files.readAllBytes(bench.path("out.vcf.gz.tbi"));
    for (String refused : List.of("mkdirs", "create", "concat")) {
      joinedInPieces(refusing(refused), bench);
      assertArrayEquals(file, Files.readAllBytes(bench.path("out.vcf.gz")), refused);
      assertArrayEquals(index, Files.readAllBytes(bench.path("out.vcf.gz.tbi")), refused);
      assertEquals(List.of("out.vcf.gz", "out.vcf.gz.tbi"), bench.leftovers());
      String said = bench.messages.toString(UTF_8);
      assertTrue(said.contains("in pieces (no " + refused + " here); it is written in one"), said);
    }
  }

  /** Refuses something where an upload keeps its pieces. */
  private static PiecesFileSystem.Trouble refusing(String refused) {
    return (doing, path) -> {
      if (doing.equals(refused) && path.toString().contains("_multipart_")) {
        throw new IOException("no " + refused + " here");
      }
    };
  }

  @Test
  void everyTryOfEveryPieceHasANumberOfItsOwnUpToTenThousandInTheOrderOfThePieces()
      throws IOException {
    for (int pieces : new int[] {1, 3, 7, 1000}) {
      int each = 10_000 / pieces;
      int last = 0;
      for (int piece = 0; piece < pieces; piece++) {
        for (int attempt = 0; attempt < each; attempt++) {
          int number = PieceSender.number(piece, pieces, attempt);
          assertTrue(number > last, () -> "number " + number);
          last = number;
        }
        int one = piece;
        assertThrows(IOException.class, () -> PieceSender.number(one, pieces, each));
      }
      assertTrue(last <= 10_000, "number " + last);
    }
  }

  @Test
  void aPieceThatIsTriedAgainDoesNotMeetWhatItLeftBehind() throws IOException {
    List<PartResult> parts = parts(3);
    PiecesFileSystem.Trouble atFirst =
        (doing, path) -> {
          TaskContext task = TaskContext.get();
          if (task != null && task.attemptNumber() == 0 && doing.equals("create")) {
            Files.writeString(Path.of(path.toUri().getPath()), "half of it");
            throw new IOException("not at first");
          }
        };
    PiecesFileSystem.during(atFirst, () -> upload(parts, 1));
    assertArrayEquals(oneStream(parts), Files.readAllBytes(folder.resolve("out.vcf.gz")));
    assertEquals(List.of("out.vcf.gz", "parts"), names());
  }

  @Test
  void aFileThatHasNotTheLengthOfItsPiecesIsDeletedAndTheRunFails() throws IOException {
    List<PartResult> parts = parts(3);
    PiecesFileSystem.Trouble longer =
        (doing, path) -> {
          if (doing.equals("concat")) {
            Files.writeString(Path.of(path.toUri().getPath()), "x", StandardOpenOption.APPEND);
          }
        };
    PiecesFileSystem.during(
        longer,
        () -> {
          Exception failure = assertThrows(IOException.class, () -> upload(parts, 1));
          assertTrue(failure.getMessage().contains(" bytes and should have "), failure.toString());
          assertFalse(failure instanceof PieceUpload.Refused, failure.toString());
        });
    assertEquals(List.of("parts"), names());
  }

  @Test
  void aFaultOfOursIsNoRefusal() throws IOException {
    List<PartResult> parts = parts(2);
    PiecesFileSystem.Trouble fault =
        (doing, path) -> {
          if (path.getName().endsWith(".part")) {
            throw new IllegalStateException("a fault");
          }
        };
    PiecesFileSystem.during(
        fault,
        () -> {
          Exception failure = assertThrows(Exception.class, () -> upload(parts, 1));
          assertFalse(failure instanceof PieceUpload.Refused, failure.toString());
        });
    assertEquals(List.of("parts"), names());
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
