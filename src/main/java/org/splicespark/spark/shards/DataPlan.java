package org.splicespark.spark.shards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.InputStamp;

/** All that the bytes of a run's shards depend on, a line each, so that a message can name it. */
record DataPlan(CreateDataRequest request, List<ShardPlan> shards, HadoopFiles files) {

  String text() throws IOException {
    InputStamp stamp = new InputStamp(files);
    List<String> lines = new ArrayList<>();
    lines.add("SpliceSpark create-data");
    lines.add("version " + request.version());
    for (String input : request.inputs()) {
      lines.add("input " + stamp.of(input));
    }
    lines.add("genes " + digest());
    lines.add(request.labelling().toString());
    lines.add(request.running().formats() + "\n");
    return String.join("\n", lines);
  }

  /** Of the genes of all shards: whatever chose and dealt them out. */
  private String digest() {
    var digest = DigestUtils.getSha256Digest();
    for (ShardPlan shard : shards) {
      digest.update((shard.split().label() + shard.number()).getBytes(StandardCharsets.UTF_8));
      shard.genes().forEach(g -> digest.update(g.toString().getBytes(StandardCharsets.UTF_8)));
    }
    return Hex.encodeHexString(digest.digest());
  }
}
