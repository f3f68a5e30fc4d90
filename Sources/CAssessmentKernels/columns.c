#include "CAssessmentKernels.h"
#include "clones.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

// A result may take the place of what it is computed from: each row depends on itself alone.
#define ROWS _Pragma("clang loop vectorize(assume_safety)") for (size_t row = 0; row < rows; row++)

static inline double numeric(double number) { return fabs(number) == INFINITY ? NAN : number; }
static inline int lacks(double x, double y) { return (x != x) | (y != y); }

#define COMBINE(NAME, EXPRESSION)                                                            \
    CLONED void assessment_##NAME(                                                           \
        const double *left, int left_is_one, const double *right, int right_is_one,          \
        size_t rows, double *results) {                                                      \
        if (left_is_one) {                                                                   \
            const double x = *left;                                                          \
            ROWS { const double y = right[row]; results[row] = EXPRESSION; }                 \
        } else if (right_is_one) {                                                           \
            const double y = *right;                                                         \
            ROWS { const double x = left[row]; results[row] = EXPRESSION; }                  \
        } else {                                                                             \
            ROWS { const double x = left[row], y = right[row]; results[row] = EXPRESSION; }  \
        }                                                                                    \
    }

COMBINE(add, numeric(x + y))
COMBINE(subtract, numeric(x - y))
COMBINE(multiply, numeric(x * y))
COMBINE(divide, y == 0 ? NAN : numeric(x / y))
COMBINE(minimum, lacks(x, y) ? NAN : y < x ? y : x)
COMBINE(maximum, lacks(x, y) ? NAN : y >= x ? y : x)
COMBINE(less, lacks(x, y) ? NAN : x < y ? 1 : 0)
COMBINE(less_or_equal, lacks(x, y) ? NAN : x <= y ? 1 : 0)
COMBINE(equal, lacks(x, y) ? NAN : x == y ? 1 : 0)
COMBINE(and, lacks(x, y) ? NAN : ((x != 0) & (y != 0)) ? 1 : 0)
COMBINE(or, lacks(x, y) ? NAN : ((x != 0) | (y != 0)) ? 1 : 0)
COMBINE(coalesce, x != x ? y : x)

CLONED void assessment_add_weighted(
    const double *scores, double weight, size_t rows, double *totals) {
    ROWS {
        const double score = scores[row], total = totals[row];
        totals[row] = score != score ? total : numeric(total + numeric(weight * score));
    }
}

#define PRESENT(NAME, EXPRESSION)                                                            \
    CLONED void assessment_##NAME##_present(                                                 \
        const double *scores, const double *next, int next_is_one, size_t rows, double *totals) { \
        if (next_is_one) {                                                                   \
            const double y = *next;                                                          \
            ROWS {                                                                           \
                const double score = scores[row], x = totals[row];                           \
                totals[row] = score != score ? x : EXPRESSION;                               \
            }                                                                                \
        } else {                                                                             \
            ROWS {                                                                           \
                const double score = scores[row], x = totals[row], y = next[row];            \
                totals[row] = score != score ? x : EXPRESSION;                               \
            }                                                                                \
        }                                                                                    \
    }

PRESENT(add, numeric(x + y))
PRESENT(multiply, numeric(x * y))
PRESENT(minimum, lacks(x, y) ? NAN : y < x ? y : x)
PRESENT(maximum, lacks(x, y) ? NAN : y >= x ? y : x)
PRESENT(count, lacks(x, y) ? NAN : x + 1)

CLONED void assessment_copy_finite(const double *numbers, size_t rows, double *results) {
    ROWS {
        const double number = numbers[row];
        results[row] = fabs(number) < INFINITY ? number : NAN;
    }
}

// No comparison with a NaN is true, so that rows without a number change nothing. Zero has no sign afterwards: which of two
// zeros comes first depends on how many rows are compared at a time.
// Each lane keeps its own, so that no comparison waits for the one before.
#define LANES 16
#define EXTREME(NAME, SIGN, BEGIN)                                                                             \
    CLONED double assessment_##NAME(const double *numbers, size_t rows) {                                      \
        double lanes[LANES];                                                                                   \
        size_t row = 0;                                                                                        \
        for (size_t lane = 0; lane < LANES; lane++) lanes[lane] = BEGIN;                                       \
        for (; row + LANES <= rows; row += LANES) {                                                            \
            for (size_t lane = 0; lane < LANES; lane++) {                                                      \
                lanes[lane] = numbers[row + lane] SIGN lanes[lane] ? numbers[row + lane] : lanes[lane];        \
            }                                                                                                  \
        }                                                                                                      \
        double found = BEGIN;                                                                                  \
        for (; row < rows; row++) found = numbers[row] SIGN found ? numbers[row] : found;                      \
        for (size_t lane = 0; lane < LANES; lane++) found = lanes[lane] SIGN found ? lanes[lane] : found;      \
        return found + 0.0;                                                                                    \
    }

EXTREME(least, <, INFINITY)
EXTREME(most, >, -INFINITY)

CLONED size_t assessment_count(const double *numbers, size_t rows) {
    size_t count = 0;
    for (size_t row = 0; row < rows; row++) count += numbers[row] == numbers[row];
    return count;
}

CLONED int assessment_is_finite(const double *numbers, size_t rows) {
    size_t others = 0;
    for (size_t row = 0; row < rows; row++) others += !(fabs(numbers[row]) < INFINITY);
    return others == 0;
}
