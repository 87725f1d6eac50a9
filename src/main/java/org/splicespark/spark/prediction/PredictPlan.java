package org.splicespark.spark.prediction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.InputStamp;

/**
 * All that the bytes of a run's parts depend on, a line each, so that a message can name what
 * changed.
 */
record PredictPlan(PredictRequest request, HadoopFiles files) {

  String text() throws IOException {
    InputStamp stamp = new InputStamp(files);
    PredictRequest.Inputs inputs = request.inputs();
    List<String> lines = new ArrayList<>();
    lines.add("SpliceSpark predict");
    lines.add("version " + inputs.version());
    lines.add("genome " + stamp.of(inputs.genome()));
    if (inputs.annotation().isPresent()) {
      lines.add("annotation " + stamp.of(inputs.annotation().get()));
    }
    lines.add("models " + request.models().key());
    Tiling tiling = request.tiling();
    lines.add("tiles of " + tiling.length() + " bases");
    lines.add("regions " + inputs.regions() + ", " + digest(tiling));
    request.files().forEach(file -> lines.add("file " + described(file)));
    lines.add("partitions " + request.running().partitions());
    lines.add("math " + request.running().compute().math() + "\n");
    return String.join("\n", lines);
  }

  private static String described(PredictionFile file) {
    // A bigWig's contigs are the tiling's.
    return file instanceof BigWigFile ? file.name() : file.toString();
  }

  private static String digest(Tiling tiling) {
    var digest = DigestUtils.getSha256Digest();
    tiling.lines().forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return Hex.encodeHexString(digest.digest());
  }
}
