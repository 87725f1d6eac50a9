package org.splicespark.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/** Makes the commands, giving those that print their streams. */
record Commands(PrintStream out, PrintStream err) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == VariantCommand.class) {
      return type.cast(new VariantCommand(out, err));
    }
    if (type == BenchCommand.class) {
      return type.cast(new BenchCommand(out, err));
    }
    if (type == BenchPredictCommand.class) {
      return type.cast(new BenchPredictCommand(out));
    }
    if (type == BenchScaleCommand.class) {
      return type.cast(new BenchScaleCommand(out, err));
    }
    if (type == BenchTrainCommand.class) {
      return type.cast(new BenchTrainCommand(out));
    }
    if (type == PredictCommand.class) {
      return type.cast(new PredictCommand(err));
    }
    if (type == CreateDataCommand.class) {
      return type.cast(new CreateDataCommand(err));
    }
    if (type == SimulateCommand.class) {
      return type.cast(new SimulateCommand(err));
    }
    if (type == TrainCommand.class) {
      return type.cast(new TrainCommand(err));
    }
    if (type == TransferCommand.class) {
      return type.cast(new TransferCommand(err));
    }
    if (type == CalibrateCommand.class) {
      return type.cast(new CalibrateCommand(err));
    }
    if (type == EnsembleCommand.class) {
      return type.cast(new EnsembleCommand(err));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(out));
    }
    if (type == ReportCommand.class) {
      return type.cast(new ReportCommand(err));
    }
    if (type == ModelsListCommand.class) {
      return type.cast(new ModelsListCommand(out));
    }
    if (type == ModelsInfoCommand.class) {
      return type.cast(new ModelsInfoCommand(out));
    }
    if (type == ModelsFetchCommand.class) {
      return type.cast(new ModelsFetchCommand(out, err));
    }
    if (type == ModelsVerifyCommand.class) {
      return type.cast(new ModelsVerifyCommand(out));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
