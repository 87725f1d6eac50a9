package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.splicespark.error.InputException;
import org.splicespark.model.Channels;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.WeightFormat;

/** One network of an ensemble out of one file, checked to the last weight. */
record ModelFile(Family family, Flank flank, Member member) {
  /** The published files have 0.4 to 3 MB. */
  private static final long LARGEST = 256L << 20;

  /**
   * The files of an ensemble, sorted by name: the file itself, or the {@link MemberFiles} of a
   * directory.
   *
   * @throws InputException if there is none
   */
  static List<Path> in(Path path, List<WeightFormat> others) {
    if (!Files.exists(path)) {
      throw new InputException(path + ": no such model file or directory");
    }
    if (Files.isDirectory(path)) {
      return new MemberFiles(others).in(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": is no regular file, and a model is read more than once");
    }
    return List.of(path);
  }

  private static Optional<WeightFormat> format(Path file, List<WeightFormat> others) {
    return others.stream().filter(format -> format.covers(file)).findFirst();
  }

  /**
   * @param others formats beside PyTorch's
   * @throws InputException if it is no network of a known family
   */
  static List<ModelFile> read(Path file, List<WeightFormat> others) {
    byte[] content = content(file);
    String name = file.getFileName().toString();
    Optional<WeightFormat> format = format(file, others);
    if (format.isPresent()) {
      List<NetworkWeights> networks = format.get().read(file);
      return IntStream.rangeClosed(1, networks.size())
          .mapToObj(
              i ->
                  converted(
                      file,
                      networks.size() == 1 ? name : name + "#" + i,
                      networks.get(i - 1),
                      sha256(content)))
          .toList();
    }
    Checkpoint checkpoint = Checkpoint.read(file.toString(), content);
    Member member = new Member(name, sha256(content), content, checkpoint.channels());
    return List.of(new ModelFile(checkpoint.family(), checkpoint.flank(), member));
  }

  private static ModelFile converted(
      Path file, String name, NetworkWeights weights, String sha256) {
    byte[] state = stateDict(weights);
    Checkpoint.read(file.toString(), state);
    Member member = new Member(name, sha256, state, Channels.SITES);
    return new ModelFile(weights.family(), weights.flank(), member);
  }

  private static byte[] stateDict(NetworkWeights weights) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      StateDictWriter.write(out, NamedWeights.state(weights), weights.flank());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It is memory that is written to.
    }
    return out.toByteArray();
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

  static InputException unreadable(Path path, IOException e) {
    return new InputException(path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
  }

  /** In hexadecimal. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
