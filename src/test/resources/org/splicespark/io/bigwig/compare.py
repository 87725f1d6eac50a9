"""Compares every value, and statistics of many stretches, of a bigWig with values that are known.

bigWig, and a folder with contigs.tsv (name, length) and NAME.f4 for each contig that has values
(little-endian floats, NaN for none)."""
import os
import sys

import numpy as np
import pyBigWig

path, folder = sys.argv[1:]
lengths = dict((n, int(l)) for n, l in (line.split("\t") for line in open(folder + "/contigs.tsv")))
wig = pyBigWig.open(path)
assert wig.isBigWig()
assert wig.chroms() == lengths, "contigs"
known = []
zooms = 0
for name, length in lengths.items():
    file = "%s/%s.f4" % (folder, name)
    if not os.path.exists(file):
        assert wig.intervals(name) is None, name
        continue
    expected = np.fromfile(file, "<f4")
    known.append(expected[~np.isnan(expected)])
    assert expected.size == length
    actual = np.full(length, np.nan, "f4")
    for start, end, value in wig.intervals(name) or ():
        assert np.isnan(actual[start:end]).all(), "twice"
        actual[start:end] = value
    assert actual.tobytes() == expected.tobytes(), "values of " + name
    for bins in [1, 7, 100]:
        ends = [int(length * (i + 1) / bins) for i in range(bins)]
        starts = [0] + ends[:-1]
        for kind, of, exact in [
            ("mean", np.nanmean, 0.03),
            ("max", np.nanmax, None),
            ("min", np.nanmin, None),
        ]:
            # A bin's borders cut records of a summary: what is exact is a whole contig.
            found = wig.stats(name, 0, length, type=kind, nBins=bins)
            for start, end, here in zip(starts, ends, found):
                stretch = expected[start:end]
                if end == start or np.isnan(stretch).all():
                    continue
                if bins == 1:
                    assert abs(here - of(stretch)) < 1e-6, (name, kind, here, of(stretch))
                elif exact and end - start > 20000 and not np.isnan(stretch).any():
                    assert abs(here - of(stretch)) < exact, (name, kind, start, end, here)
                    zooms += 1
                elif kind == "max":
                    assert here >= of(stretch) - 1e-6, (name, start, end)
                elif kind == "min":
                    assert here <= of(stretch) + 1e-6, (name, start, end)
        if bins == 1 and (~np.isnan(expected)).sum() > 1:
            std = wig.stats(name, 0, length, type="std")[0]
            assert abs(std - np.nanstd(expected, ddof=1)) < 1e-4, (name, std)
            coverage = wig.stats(name, 0, length, type="coverage")[0]
            assert abs(coverage - (~np.isnan(expected)).mean()) < 1e-6, (name, coverage)
every = np.concatenate(known) if known else np.zeros(0)
header = wig.header()
assert header["nBasesCovered"] == every.size, header
if every.size:
    assert abs(header["sumData"] - every.astype("f8").sum()) <= 1 + 1e-6 * every.size, header
    assert header["version"] == 4 and header["nLevels"] > 0, header
    wide = np.float32(header["maxVal"]) - every.max()
print(path, every.size, "values,", header["nLevels"], "levels,", zooms, "bins")
