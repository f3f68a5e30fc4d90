#include "CAssessmentKernels.h"
#include "clones.h"

#pragma STDC FP_CONTRACT OFF

enum { LANES = 8, SETS = 4, ROWS = 128, TOTALS = 64 };

// Four sets of weights over eight rows, which stay in registers. Mostly the columns are the same for every set, and are read once.
#define TILE(STRIDE)                                                                          \
    {                                                                                         \
        double sums[SETS][LANES] = {{0}};                                                     \
        for (size_t child = 0; child < children; child++) {                                   \
            const double *column = columns[child] + row;                                      \
            for (size_t set = 0; set < SETS; set++) {                                         \
                const double weight = weights[(first + set) * children + child];              \
                const double *own = column + (first + set) * (STRIDE);                        \
                for (size_t lane = 0; lane < LANES; lane++) sums[set][lane] += weight * own[lane]; \
            }                                                                                 \
        }                                                                                     \
        for (size_t set = 0; set < SETS; set++)                                               \
            for (size_t lane = 0; lane < LANES; lane++)                                       \
                results[(first + set) * rows + row + lane] = sums[set][lane] / totals[first + set]; \
    }

// The rows from a first one on, for no more sets than there are totals.
CLONED
static void means_of(
    const double *const *columns, const size_t *strides, int are_same, size_t children, size_t rows, size_t start,
    size_t end, const double *weights, const double *totals, size_t sets, double *results) {
    size_t first = 0, row = start;
    for (; first + SETS <= sets; first += SETS) {
        if (are_same) {
            for (row = start; row + LANES <= end; row += LANES) TILE(0)
        } else {
            for (row = start; row + LANES <= end; row += LANES) TILE(strides[child])
        }
    }
    const size_t done = first;
    for (size_t set = 0; set < sets; set++) {
        for (size_t rest = set < done ? start + (end - start) / LANES * LANES : start; rest < end; rest++) {
            double sum = 0;
            for (size_t child = 0; child < children; child++)
                sum += weights[set * children + child] * columns[child][set * strides[child] + rest];
            results[set * rows + rest] = sum / totals[set];
        }
    }
}

void assessment_weighted_means(
    const double *const *columns, const size_t *strides, size_t children, size_t rows, const double *weights,
    size_t sets, double *results) {
    double totals[TOTALS];
    const double *moved[children > 0 ? children : 1];
    int are_same = 1;
    for (size_t child = 0; child < children; child++) are_same &= strides[child] == 0;
    for (size_t first = 0; first < sets; first += TOTALS) {
        const size_t count = sets - first < TOTALS ? sets - first : TOTALS;
        const double *own = weights + first * children;
        for (size_t set = 0; set < count; set++) {
            totals[set] = 0;
            for (size_t child = 0; child < children; child++) totals[set] += own[set * children + child];
        }
        for (size_t child = 0; child < children; child++) moved[child] = columns[child] + first * strides[child];
        // So many rows of all children stay near while every set of weights passes over them.
        for (size_t start = 0; start < rows; start += ROWS) {
            const size_t end = start + ROWS < rows ? start + ROWS : rows;
            means_of(
                moved, strides, are_same, children, rows, start, end, own, totals, count, results + first * rows);
        }
    }
}
