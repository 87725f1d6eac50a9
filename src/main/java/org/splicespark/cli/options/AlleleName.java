package org.splicespark.cli.options;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.io.report.ChosenAllele;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An allele as people write it: {@code CHROM:POS:REF:ALT}; contigs may have colons of their own.
 */
public final class AlleleName implements ITypeConverter<ChosenAllele> {
  private static final Pattern FORM = Pattern.compile("(.+):([0-9]{1,9}):([A-Za-z]+):([A-Za-z]+)");

  @Override
  public ChosenAllele convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) == 0) {
      throw new TypeConversionException(
          "\"" + text + "\" is no CHROM:POS:REF:ALT, as in chr7:117559590:ATCT:A");
    }
    return new ChosenAllele(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        parts.group(3),
        parts.group(4),
        Optional.empty());
  }
}
