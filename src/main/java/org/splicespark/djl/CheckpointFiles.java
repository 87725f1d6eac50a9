package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.train.TrainingState;

/**
 * Reads the checkpoints of an ensemble and checks each of them to the last weight, so that a bad
 * file is found on the driver and not in a task; and writes what was trained. Needs no native
 * library.
 */
public final class CheckpointFiles {
  /** The published files have 0.4 to 3 MB. */
  private static final long LARGEST = 256L << 20;

  private CheckpointFiles() {}

  /**
   * @param fileOrDirectory a PyTorch state dict, or a directory whose {@code .pt} and {@code .pth}
   *     files, sorted by name, are the members
   * @return the files' bytes and digests, and the flank that the weights have in common
   * @throws InputException if the path or a file is missing, unreadable, or no checkpoint of a
   *     SpliceAI network, or if the files have different flanks
   */
  public static ModelSource read(Path fileOrDirectory) {
    List<Path> files = files(fileOrDirectory);
    List<Member> members = new ArrayList<>();
    Flank first = null;
    for (Path file : files) {
      byte[] content = content(file);
      Flank flank = Checkpoint.read(file.toString(), content).flank();
      first = first == null ? flank : first;
      if (flank != first) {
        throw new InputException(mixed(fileOrDirectory, files.get(0), first, file, flank));
      }
      members.add(new Member(file.getFileName().toString(), sha256(content), content));
    }
    return new ModelSource(members, first.bases());
  }

  /**
   * What training goes on from: weights, running statistics and counts, without an optimizer's
   * moments and at step 0.
   *
   * @throws InputException if it is no checkpoint of a SpliceAI network
   */
  public static TrainingState state(Member member) {
    return CheckpointState.read(member.name(), member.content());
  }

  /**
   * Writes a PyTorch state dict that OpenSpliceAI loads; moments and steps have no place in it. The
   * same state gives the same bytes. The stream stays open.
   *
   * @throws IllegalArgumentException if the state is not one of a network with this flank
   */
  public static void write(OutputStream out, TrainingState state, Flank flank) throws IOException {
    StateDictWriter.write(out, state, flank);
  }

  /**
   * The same members with a temperature folded into each: what they answer, whoever runs them, are
   * calibrated probabilities. Their digests are those of the new checkpoints. A temperature of 1
   * changes nothing.
   */
  public static ModelSource calibrated(ModelSource source, Temperature temperature) {
    if (temperature.equals(Temperature.ONE)) {
      return source;
    }
    return new ModelSource(
        source.members().stream().map(member -> calibrated(member, source, temperature)).toList(),
        source.flank());
  }

  private static Member calibrated(Member member, ModelSource source, Temperature temperature) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out, Folding.into(state(member), temperature), Flank.of(source.flank()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It is memory that is written to.
    }
    byte[] content = out.toByteArray();
    return new Member(member.name(), sha256(content), content);
  }

  private static List<Path> files(Path path) {
    if (!Files.exists(path)) {
      throw new InputException(path + ": no such model file or directory");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files =
          all.filter(CheckpointFiles::isCheckpoint)
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
      if (files.isEmpty()) {
        throw new InputException(path + ": the directory has no .pt or .pth file");
      }
      return files;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static boolean isCheckpoint(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".pt") || name.endsWith(".pth")) && !Files.isDirectory(file);
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new InputException(file + ": is far too large to be a checkpoint of this network");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InputException unreadable(Path path, IOException e) {
    return new InputException(path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
  }

  private static String mixed(Path directory, Path one, Flank its, Path other, Flank others) {
    return directory
        + ": the members of an ensemble must have one flank, but "
        + one.getFileName()
        + " has "
        + its.bases()
        + " and "
        + other.getFileName()
        + " has "
        + others.bases();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
