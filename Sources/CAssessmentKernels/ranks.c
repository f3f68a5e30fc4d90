#include "CAssessmentKernels.h"
#include "clones.h"

#include <string.h>

// An entry is a score and the place where it stood, in one number: the leading bits of how far its key lies above the least one,
// and behind them the place.
enum { BITS = 11, BUCKETS = 1 << BITS, PASSES = 3, FIRST = 64 - PASSES * BITS };

// Up to so many, two passes leave few that agree.
enum { FEW = 4096 };

// Up to so many, counting those that come before each takes less than clearing the buckets.
enum { COUNTED = 128 };

static const uint64_t PLACE = (UINT64_C(1) << FIRST) - 1;

// Whole numbers in the order of the doubles: the sign is turned around, and below zero every other bit too.
static uint64_t key_of(double score, int smallest_first) {
    uint64_t bits;
    // Zero and minus zero are one number.
    score += 0.0;
    memcpy(&bits, &score, sizeof bits);
    bits = bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
    return smallest_first ? bits : ~bits;
}

static uint64_t place_of(uint64_t entry) { return entry & PLACE; }

// Puts entries whose leading bits are the same in order of what follows, equal ones by place: merges ever longer runs.
static void merge_sort(const double *scores, int smallest_first, uint64_t *entries, uint64_t *room, size_t count) {
    for (size_t length = 1; length < count; length *= 2) {
        for (size_t start = 0; start < count; start += 2 * length) {
            const size_t middle = start + length < count ? start + length : count;
            const size_t end = start + 2 * length < count ? start + 2 * length : count;
            size_t left = start, right = middle;
            for (size_t next = start; next < end; next++) {
                const int is_left =
                    right == end
                    || (left < middle
                        && key_of(scores[place_of(entries[left])], smallest_first)
                            <= key_of(scores[place_of(entries[right])], smallest_first));
                room[next] = is_left ? entries[left++] : entries[right++];
            }
        }
        memcpy(entries, room, count * sizeof *entries);
    }
}

// Puts few places in order by counting those that come before each; equal ones follow as they stood.
CLONED static void order_by_counting(const double *scores, size_t count, int smallest_first, uint64_t *entries) {
    enum { LANES = 8 };
    typedef double Scores __attribute__((vector_size(LANES * sizeof(double))));
    typedef int64_t Counts __attribute__((vector_size(LANES * sizeof(int64_t))));
    double signed_scores[COUNTED] = {0};
    int64_t before[COUNTED];
    uint8_t taken[COUNTED] = {0};
    const double sign = smallest_first ? -1 : 1;
    for (size_t place = 0; place < count; place++) signed_scores[place] = sign * scores[place];
    for (size_t first = 0; first < count; first += LANES) {
        Scores own;
        memcpy(&own, signed_scores + first, sizeof own);
        Counts counts = {0};
        // What is true is minus one.
        for (size_t other = 0; other < count; other++) counts -= signed_scores[other] > own;
        memcpy(before + first, &counts, sizeof counts);
    }
    for (size_t place = 0; place < count; place++) entries[before[place] + taken[before[place]]++] = place;
}

// Puts entries in order, and gives back where they stand then.
static const uint64_t *sort(const double *scores, size_t count, int smallest_first, uint64_t *keys) {
    if (count <= COUNTED) {
        order_by_counting(scores, count, smallest_first, keys);
        return keys;
    }
    uint32_t counts[PASSES][BUCKETS];
    memset(counts, 0, sizeof counts);
    uint64_t *source = keys, *target = keys + count;
    uint64_t least = UINT64_MAX, most = 0;
    for (size_t place = 0; place < count; place++) {
        const uint64_t key = key_of(scores[place], smallest_first);
        source[place] = key;
        least = key < least ? key : least;
        most = key > most ? key : most;
    }
    const int passes = count <= FEW ? 2 : PASSES;
    int shift = 0;
    while (count > 0 && (most - least) >> shift >> passes * BITS != 0) shift++;
    for (size_t place = 0; place < count; place++) {
        const uint64_t leading = (source[place] - least) >> shift;
        source[place] = leading << FIRST | place;
        for (int pass = 0; pass < passes; pass++) counts[pass][leading >> pass * BITS & (BUCKETS - 1)]++;
    }
    // The last digits first.
    for (int pass = 0; pass < passes; pass++) {
        const int digit = FIRST + pass * BITS;
        // A digit that all have in common changes nothing.
        if (count > 0 && counts[pass][source[0] >> digit & (BUCKETS - 1)] == count) continue;
        uint32_t start = 0;
        for (size_t bucket = 0; bucket < BUCKETS; bucket++) {
            const uint32_t own = counts[pass][bucket];
            counts[pass][bucket] = start;
            start += own;
        }
        for (size_t place = 0; place < count; place++)
            target[counts[pass][source[place] >> digit & (BUCKETS - 1)]++] = source[place];
        uint64_t *before = source;
        source = target;
        target = before;
    }
    // Those that agree in these bits, which are few unless scores are tied.
    for (size_t first = 0; first < count;) {
        size_t end = first + 1;
        int is_tied = 1;
        while (end < count && (source[end] & ~PLACE) == (source[first] & ~PLACE)) {
            is_tied &= scores[place_of(source[end])] == scores[place_of(source[first])];
            end++;
        }
        if (!is_tied) merge_sort(scores, smallest_first, source + first, target, end - first);
        first = end;
    }
    return source;
}

void assessment_order(const double *scores, size_t count, int smallest_first, uint64_t *keys, uint32_t *places) {
    const uint64_t *sorted = sort(scores, count, smallest_first, keys);
    for (size_t place = 0; place < count; place++) places[place] = (uint32_t)place_of(sorted[place]);
}

void assessment_ranks(
    const double *scores, size_t count, double tolerance, int smallest_first, uint64_t *keys, int32_t *ranks) {
    const uint64_t *sorted = sort(scores, count, smallest_first, keys);
    double best = 0;
    int32_t rank = 0;
    for (size_t place = 0; place < count; place++) {
        const double score = scores[place_of(sorted[place])];
        const int is_worse = smallest_first ? score > best + tolerance : score < best - tolerance;
        if (place == 0 || is_worse) {
            best = score;
            rank = (int32_t)place + 1;
        }
        ranks[place_of(sorted[place])] = rank;
    }
}
