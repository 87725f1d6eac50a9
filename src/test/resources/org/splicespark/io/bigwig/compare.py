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


def same_values(name, places, values):
    found = wig.intervals(name) or ()
    starts = np.array([i[0] for i in found], dtype=int)
    ends = np.array([i[1] for i in found], dtype=int)
    read = np.repeat(np.array([i[2] for i in found], dtype="f4"), ends - starts)
    first = np.repeat(starts - np.cumsum(ends - starts) + (ends - starts), ends - starts)
    assert np.array_equal(first + np.arange(read.size), places), "places in " + name
    assert np.array_equal(read, values), "values of " + name


def same_whole(name, length, values):
    for kind, expected, most in [
        ("mean", values.mean(dtype="f8"), 1e-6),
        ("max", values.max(), 1e-6),
        ("min", values.min(), 1e-6),
        ("coverage", values.size / length, 1e-6),
        ("std", values.std(ddof=1, dtype="f8") if values.size > 1 else None, 1e-4),
    ]:
        if expected is not None:
            found = wig.stats(name, 0, length, type=kind)[0]
            assert abs(found - expected) < most, (name, kind, found, expected)


def same_bins(name, length, places, values, bins):
    """Of each bin the maximum is at least its own: its borders may cut a record of a summary."""
    ends = [int(length * (i + 1) / bins) for i in range(bins)]
    means = wig.stats(name, 0, length, type="mean", nBins=bins)
    highest = wig.stats(name, 0, length, type="max", nBins=bins)
    for start, end, mean, high in zip([0] + ends[:-1], ends, means, highest):
        here = values[np.searchsorted(places, start) : np.searchsorted(places, end)]
        if here.size:
            assert high >= here.max() - 1e-6, (name, start, end, high)
            if here.size == end - start and here.size > 2000:
                assert abs(mean - here.mean(dtype="f8")) < 0.01, (name, start, end, mean)


count, total, high = 0, 0.0, 0.0
for name, length in lengths.items():
    file = "%s/%s.f4" % (folder, name)
    if not os.path.exists(file):
        assert wig.intervals(name) is None, name
        continue
    expected = np.fromfile(file, "<f4")
    assert expected.size == length
    places = np.flatnonzero(~np.isnan(expected))
    values = expected[places]
    same_values(name, places, values)
    same_whole(name, length, values)
    if length > 2000:
        same_bins(name, length, places, values, 7)
        same_bins(name, length, places, values, 100)
    count += values.size
    total += values.sum(dtype="f8")
    high = max(high, values.max())
header = wig.header()
assert header["version"] == 4, header
assert header["nBasesCovered"] == count, header
# pyBigWig hands these out as whole numbers.
assert abs(header["sumData"] - total) <= 1, (header, total)
assert abs(header["maxVal"] - high) <= 1, (header, high)
assert header["nLevels"] > 0 or max(lengths.values()) <= 100 or count == 0, header
