package org.splicespark.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/**
 * All that the bytes of a run's parts depend on, a line each, so that a message can name what
 * changed. The same in every JVM: no hash code of an enum or a set is in it.
 */
record RunPlan(VariantRequest request, HadoopFiles files) {

  String text() throws IOException {
    InputStamp stamp = new InputStamp(files);
    return String.join(
        "\n",
        "SpliceSpark variant",
        "input " + stamp.of(request.input()),
        "reference " + stamp.of(request.reference()),
        "models " + request.models().key(),
        "annotation " + digest(),
        "made " + request.made(),
        "scoring " + request.scoring(),
        "info " + request.info(),
        "output " + OutputName.of(request.output()).compression(),
        "partitions " + request.running().partitions(),
        "overwrite-existing " + request.running().overwriteExisting(),
        "math " + request.running().compute().math() + "\n");
  }

  /** Of the genes as they are scored, whatever file they came from. */
  private String digest() {
    var digest = DigestUtils.getSha256Digest();
    for (Gene gene : request.annotation().genes()) {
      String line =
          gene.id() + ' ' + gene.symbol() + ' ' + gene.span() + ' ' + gene.strand() + '\n';
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      for (Transcript transcript : gene.transcripts()) {
        digest.update(text(transcript).getBytes(StandardCharsets.UTF_8));
      }
    }
    return org.apache.commons.codec.binary.Hex.encodeHexString(digest.digest());
  }

  private static String text(Transcript transcript) {
    return transcript.span()
        + " "
        + transcript.exonStarts()
        + transcript.exonEnds()
        + transcript.tags().stream().sorted().toList()
        + '\n';
  }
}
