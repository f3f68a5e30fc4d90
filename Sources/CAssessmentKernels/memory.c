#include "CAssessmentKernels.h"

#ifdef __linux__
#include <stdint.h>
#include <sys/mman.h>
#endif

// A page of the usual size costs a fault of its own when it is touched first, which takes longer than the arithmetic on it.
void assessment_expect_use(void *start, size_t bytes) {
#ifdef __linux__
    const uintptr_t huge = (uintptr_t)1 << 21;
    const uintptr_t first = ((uintptr_t)start + huge - 1) & ~(huge - 1);
    const uintptr_t end = ((uintptr_t)start + bytes) & ~(huge - 1);
    if (end > first) madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
    (void)start;
    (void)bytes;
#endif
}
