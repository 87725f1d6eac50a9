package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.spark.survey.NetworkProbe.Answer;

/** Of a JVM in which tasks run: natives and devices. */
final class NetworkCheck {
  private NetworkCheck() {}

  /**
   * @param wanted {@code --device}, as it was given
   */
  static List<Finding> of(Answer answer, String wanted) {
    List<Finding> findings = new ArrayList<>();
    if (answer.gpus() < 0) {
      findings.add(Finding.fail("natives", answer.problem()));
      return findings;
    }
    findings.add(
        answer.problem().isEmpty()
            ? Finding.ok("natives", "libtorch ran a network on " + answer.device())
            : Finding.fail("natives", answer.problem()));
    findings.add(devices(answer, wanted));
    return findings;
  }

  private static Finding devices(Answer answer, String wanted) {
    String seen = answer.gpus() + (answer.gpus() == 1 ? " GPU" : " GPUs") + " seen by libtorch";
    if (answer.gpus() > 0 && answer.device().equals("cpu") && wanted.equals("auto")) {
      return Finding.warn(
          "device",
          seen
              + ", and tasks use the CPU: give --device cuda:0 on one machine, or have Spark hand"
              + " out GPUs (submit/cluster --gpu)");
    }
    return Finding.ok("device", answer.device() + "; " + seen);
  }
}
