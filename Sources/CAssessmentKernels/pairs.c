#include "CAssessmentKernels.h"
#include "clones.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

CLONED void assessment_compare(
    double own, double own_weight, double direction, double tolerance, const double *restrict others,
    const double *restrict weights, size_t count, double *restrict ahead, double *restrict totals) {
    for (size_t other = 0; other < count; other++) {
        const double gap = own - others[other];
        const double left = fabs(own), right = fabs(others[other]);
        // No comparison with a NaN is true.
        const double sign = gap * direction > 0 ? 1 : -1;
        const double weight = gap == gap ? (own_weight + weights[other]) / 2 : 0;
        totals[other] += weight;
        ahead[other] += fabs(gap) > tolerance * (left > right ? left : right) ? weight * sign : 0;
    }
}
