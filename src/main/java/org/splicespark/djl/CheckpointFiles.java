package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.WeightFormat;
import org.splicespark.train.TrainingState;

/**
 * Reads the checkpoints of an ensemble and checks each of them to the last weight, so that a bad
 * file is found on the driver and not in a task; and writes what was trained. Needs no native
 * library.
 */
public final class CheckpointFiles {
  private CheckpointFiles() {}

  /**
   * @param fileOrDirectory a PyTorch state dict of OpenSpliceAI's or Pangolin's names or a file of
   *     one of the other formats; or a directory of such files, which sorted by name are the
   *     members. All are of one kind: PyTorch's if the directory has any, else the first other
   *     format's that it has
   * @param others formats beside PyTorch's
   * @return the checkpoints and their digests, and the family and flank they have in common
   * @throws InputException if the path or a file is missing, unreadable, or no network of a known
   *     family, or if the files do not go together
   */
  public static ModelSource read(Path fileOrDirectory, List<WeightFormat> others) {
    List<ModelFile> files =
        ModelFile.in(fileOrDirectory, others).stream()
            .flatMap(file -> ModelFile.read(file, others).stream())
            .toList();
    return new EnsembleOfFiles(fileOrDirectory, files).source();
  }

  /** Whether a file of this name in a directory can be a member. */
  public static boolean isMember(String name, List<WeightFormat> others) {
    return new MemberFiles(others).canBe(name);
  }

  /** The same of PyTorch's files alone. */
  public static ModelSource read(Path fileOrDirectory) {
    return read(fileOrDirectory, List.of());
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
   *
   * @param source of a family that answers with classes of sites
   */
  public static ModelSource calibrated(ModelSource source, Temperature temperature) {
    if (temperature.equals(Temperature.ONE)) {
      return source;
    }
    return new ModelSource(
        source.family(),
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
    return new Member(member.name(), ModelFile.sha256(content), content);
  }
}
