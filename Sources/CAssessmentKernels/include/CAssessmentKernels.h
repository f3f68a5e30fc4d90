#ifndef C_ASSESSMENT_KERNELS_H
#define C_ASSESSMENT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// A function of two numbers in each row: NaN where one of them is (save for coalesce, which then takes the other), where it has
// no value, and where that is infinite. One side may be one number for all rows. Results may take the place of a side.
#define ASSESSMENT_COMBINE(NAME)                                                      \
    void assessment_##NAME(                                                           \
        const double *left, int left_is_one, const double *right, int right_is_one,   \
        size_t rows, double *results)
ASSESSMENT_COMBINE(add);
ASSESSMENT_COMBINE(subtract);
ASSESSMENT_COMBINE(multiply);
ASSESSMENT_COMBINE(divide);
ASSESSMENT_COMBINE(minimum);
ASSESSMENT_COMBINE(maximum);
ASSESSMENT_COMBINE(less);
ASSESSMENT_COMBINE(less_or_equal);
ASSESSMENT_COMBINE(equal);
ASSESSMENT_COMBINE(and);
ASSESSMENT_COMBINE(or);
ASSESSMENT_COMBINE(coalesce);
#undef ASSESSMENT_COMBINE

// Adds weight times score to the total of each row that has a score.
void assessment_add_weighted(const double *scores, double weight, size_t rows, double *totals);

// Combines the total of each row that has a score with the next number, which may be one for all rows: as above.
#define ASSESSMENT_PRESENT(NAME)                                                      \
    void assessment_##NAME##_present(                                                 \
        const double *scores, const double *next, int next_is_one, size_t rows, double *totals)
ASSESSMENT_PRESENT(add);
ASSESSMENT_PRESENT(multiply);
ASSESSMENT_PRESENT(minimum);
ASSESSMENT_PRESENT(maximum);
// One more for each next number.
ASSESSMENT_PRESENT(count);
#undef ASSESSMENT_PRESENT

// Copies numbers; what is infinite becomes NaN.
void assessment_copy_finite(const double *numbers, size_t rows, double *results);

// The least number, or infinity where there is none.
double assessment_least(const double *numbers, size_t rows);

// The largest number, or minus infinity where there is none.
double assessment_most(const double *numbers, size_t rows);

// How many are numbers.
size_t assessment_count(const double *numbers, size_t rows);

// Whether all are finite numbers.
int assessment_is_finite(const double *numbers, size_t rows);

// Compares a score with those of others. Where both are numbers, the mean of the two weights is added to the total of the other;
// and to what it is ahead by, or taken from that, where they differ by more than the tolerance times the larger magnitude.
void assessment_compare(
    double own, double own_weight, double direction, double tolerance, const double *others, const double *weights,
    size_t count, double *ahead, double *totals);

// Weighted means of columns, for several sets of weights at a time:
// results[k * rows + r] = (Σ weights[k * children + c] · columns[c][k * strides[c] + r]) / Σ weights[k * children + c].
//
// Sums run from the first child to the last, each rounded to double precision, so that they have the bits of the plain loop.
// A stride of 0 is a column that is the same for every set of weights. Columns and results do not overlap.
void assessment_weighted_means(
    const double *const *columns, const size_t *strides, size_t children, size_t rows, const double *weights,
    size_t sets, double *results);

// The order of fewer than 2^31 finite numbers, the largest first, or the smallest, and equal ones as they stood: places holds
// it afterwards. keys is room for 2 · count numbers.
void assessment_order(const double *scores, size_t count, int smallest_first, uint64_t *keys, uint32_t *places);

// Competition ranks ("1, 2, 2, 4") of as many finite scores, the largest first, or the smallest. Scores within the tolerance of
// the best of a tie share its rank. keys is room for 2 · count numbers.
void assessment_ranks(
    const double *scores, size_t count, double tolerance, int smallest_first, uint64_t *keys, int32_t *ranks);

// Says of memory that was just allocated that it will be written as a whole, so that the system may hand it out in large pages.
void assessment_expect_use(void *start, size_t bytes);

#endif
