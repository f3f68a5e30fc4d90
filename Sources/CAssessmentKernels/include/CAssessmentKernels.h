#ifndef C_ASSESSMENT_KERNELS_H
#define C_ASSESSMENT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Weighted means of columns, for several sets of weights at a time:
// results[k * rows + r] = (Σ weights[k * children + c] · columns[c][k * strides[c] + r]) / Σ weights[k * children + c].
//
// Sums run from the first child to the last, each rounded to double precision, so that they have the bits of the plain loop.
// A stride of 0 is a column that is the same for every set of weights. Columns and results do not overlap.
void assessment_weighted_means(
    const double *const *columns, const size_t *strides, size_t children, size_t rows, const double *weights,
    size_t sets, double *results);

// Competition ranks ("1, 2, 2, 4") of finite scores, the largest first, or the smallest. Scores within the tolerance of the
// best of a tie share its rank.
//
// keys and rows are room for 2 · count numbers each.
void assessment_ranks(
    const double *scores, size_t count, double tolerance, int smallest_first, uint64_t *keys, uint32_t *rows,
    int32_t *ranks);

#endif
