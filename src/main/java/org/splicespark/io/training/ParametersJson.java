package org.splicespark.io.training;

import java.io.IOException;
import java.util.Locale;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.Loss;
import org.splicespark.train.Schedule;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingParameters.ScheduleName;

/** What a training was asked for, as fields of {@code training.json}; names are PyTorch's. */
record ParametersJson(JsonFields json) {

  void write(TrainingParameters parameters) throws IOException {
    json.count("epochs", parameters.epochs());
    json.count("flank_bases", parameters.flank().bases());
    json.count("batch_size", parameters.batchSize());
    json.object("schedule", () -> schedule(parameters.schedule()));
    learner(parameters.learner());
    json.flag("early_stopping", parameters.earlyStopping());
    json.count("patience_epochs", parameters.patience());
    json.count("seed", parameters.seed());
    json.count("workers", parameters.workers());
    json.count("steps_per_round", parameters.stepsPerRound());
  }

  private void schedule(Schedule schedule) throws IOException {
    if (schedule instanceof Schedule.MultiStep steps) {
      json.text("name", ScheduleName.MULTI_STEP.text());
      json.number("learning_rate", steps.base());
      json.counts("milestones_epochs", steps.milestones());
      json.number("gamma", steps.gamma());
    } else if (schedule instanceof Schedule.CosineRestarts cosine) {
      json.text("name", ScheduleName.COSINE_RESTARTS.text());
      json.number("learning_rate", cosine.base());
      json.count("period_epochs", cosine.period());
      json.number("least_learning_rate", cosine.minimum());
    }
  }

  private void learner(LearnerParameters learner) throws IOException {
    json.object("loss", () -> loss(learner.loss()));
    json.text("optimizer", learner.optimizer().name().toLowerCase(Locale.ROOT));
    json.number("weight_decay", learner.weightDecay());
    json.object("freezing", () -> freezing(learner.freezing()));
  }

  private void loss(Loss loss) throws IOException {
    if (loss instanceof Loss.Focal focal) {
      json.text("name", "focal_loss");
      json.number("gamma", focal.gamma());
      json.numbers("alpha", focal.alpha());
    } else {
      json.text("name", "cross_entropy_loss");
    }
  }

  private void freezing(Freezing freezing) throws IOException {
    json.flag("unfreeze_all", freezing.all());
    json.count("unfrozen_last_units", freezing.lastUnits());
    json.flag("freeze_head", !freezing.head());
    json.flag("update_frozen_statistics", freezing.frozenStatistics());
  }
}
