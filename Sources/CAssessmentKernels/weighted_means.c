#include "CAssessmentKernels.h"
#include "clones.h"

#pragma STDC FP_CONTRACT OFF

enum { LANES = 8, SETS = 4 };

// Four sets of weights over eight rows, which stay in registers.
#define TILE(COUNT)                                                                       \
    {                                                                                     \
        double sums[COUNT][LANES] = {{0}};                                                \
        for (size_t child = 0; child < children; child++) {                               \
            const double *column = columns[child] + row;                                  \
            for (size_t set = 0; set < COUNT; set++) {                                    \
                const double weight = weights[(first + set) * children + child];          \
                const double *own = column + (first + set) * strides[child];              \
                for (size_t lane = 0; lane < LANES; lane++) sums[set][lane] += weight * own[lane]; \
            }                                                                             \
        }                                                                                 \
        for (size_t set = 0; set < COUNT; set++)                                          \
            for (size_t lane = 0; lane < LANES; lane++)                                   \
                results[(first + set) * rows + row + lane] = sums[set][lane] / totals[set]; \
    }

CLONED
static void means_of(
    const double *const *columns, const size_t *strides, size_t children, size_t rows, const double *weights,
    size_t first, size_t count, double *results) {
    double totals[SETS] = {0};
    for (size_t set = 0; set < count; set++)
        for (size_t child = 0; child < children; child++) totals[set] += weights[(first + set) * children + child];
    size_t row = 0;
    if (count == SETS) {
        for (; row + LANES <= rows; row += LANES) TILE(SETS)
    }
    for (size_t set = 0; set < count; set++) {
        for (size_t rest = row; rest < rows; rest++) {
            double sum = 0;
            for (size_t child = 0; child < children; child++)
                sum += weights[(first + set) * children + child]
                    * columns[child][(first + set) * strides[child] + rest];
            results[(first + set) * rows + rest] = sum / totals[set];
        }
    }
}

void assessment_weighted_means(
    const double *const *columns, const size_t *strides, size_t children, size_t rows, const double *weights,
    size_t sets, double *results) {
    for (size_t first = 0; first < sets; first += SETS) {
        const size_t count = sets - first < SETS ? sets - first : SETS;
        means_of(columns, strides, children, rows, weights, first, count, results);
    }
}
