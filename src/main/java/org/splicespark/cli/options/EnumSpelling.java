package org.splicespark.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.splicespark.calibrate.Classes;
import org.splicespark.calibrate.Optimizer;
import org.splicespark.dataset.Biotypes;
import org.splicespark.dataset.Context;
import org.splicespark.dataset.Isoforms;
import org.splicespark.dataset.SplitParameters;
import org.splicespark.dataset.paralog.KnownParalogs;
import org.splicespark.variant.GeneChoice;
import org.splicespark.variant.Profile;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Constants as they are typed on a command line: {@code PROTEIN_CODING} is {@code protein-coding},
 * and an underscore or capitals will do as well.
 */
public record EnumSpelling<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
  private static final List<Class<? extends Enum<?>>> SPELLED =
      List.of(
          Biotypes.class,
          Isoforms.class,
          Context.class,
          SplitParameters.Method.class,
          SplitOptions.ChrSplit.class,
          ShardOptions.Format.class,
          LossOptions.Name.class,
          Classes.class,
          Optimizer.class,
          PredictionOutputOptions.Tracks.class,
          KnownParalogs.Rule.class,
          Profile.class,
          GeneChoice.Name.class);

  /** Makes a command line, and all below it, understand them. */
  public static void register(CommandLine commandLine) {
    SPELLED.forEach(type -> register(commandLine, type));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void register(CommandLine commandLine, Class type) {
    commandLine.registerConverter(type, new EnumSpelling(type));
  }

  @Override
  public E convert(String text) {
    String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("expected " + all() + ", not " + text));
  }

  private String all() {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().replace('_', '-').toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
