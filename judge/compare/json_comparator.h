// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

/// Compares two JSON documents by what they say: white space and the order of an object's keys don't matter. Numbers
/// are equal when their values are, or lie within the spec's tolerances (absolute or relative, relative to the answer).
/// With `anyOrder`, arrays are equal when their elements are in some order, at every depth; paths are those of the
/// sorted arrays. With tolerances, each element takes the first equal one that is left, until 5 million pairs were
/// tried; beyond, the sorted arrays are compared in step. Documents may have 16 MiB and be 512 deep: an output beyond
/// that, or that isn't JSON, is rejected. Fails with "comparator.bad-answer" for an answer beyond, or that isn't JSON,
/// and with "file.unreadable".
Result<Comparison> compareJson(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                               int outputDescriptor);

/// Compares what functions return, written as JSON, by the answer's types: an integer is equal to the same integer
/// alone, a number with a fraction or exponent to numbers within the spec's tolerances, 1e-9 unless given; texts, truth
/// values and null are equal to their like, lists element by element (sorted with `anyOrder`), objects key by key.
/// Otherwise as compareJson().
Result<Comparison> compareValues(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                 int outputDescriptor);

} // namespace grindstone::judge
