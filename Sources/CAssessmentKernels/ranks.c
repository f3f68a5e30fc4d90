#include "CAssessmentKernels.h"

#include <string.h>

enum { BITS = 11, BUCKETS = 1 << BITS, PASSES = 3, FIRST = 64 - PASSES * BITS };

// Whole numbers in the order of the doubles: the sign is turned around, and below zero every other bit too.
static uint64_t key_of(double score, int smallest_first) {
    uint64_t bits;
    // Zero and minus zero are one number.
    score += 0.0;
    memcpy(&bits, &score, sizeof bits);
    bits = bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
    return smallest_first ? bits : ~bits;
}

// Puts keys in order with the rows that they belong to, equal ones by row, and gives back where they stand then.
static uint32_t *sort(const double *scores, size_t count, int smallest_first, uint64_t *keys, uint32_t *rows) {
    static const size_t none[PASSES][BUCKETS];
    size_t counts[PASSES][BUCKETS];
    memcpy(counts, none, sizeof counts);
    uint64_t *source = keys, *target = keys + count;
    uint32_t *source_rows = rows, *target_rows = rows + count;
    for (size_t row = 0; row < count; row++) {
        const uint64_t key = key_of(scores[row], smallest_first);
        source[row] = key;
        source_rows[row] = (uint32_t)row;
        for (int pass = 0; pass < PASSES; pass++) counts[pass][key >> (FIRST + pass * BITS) & (BUCKETS - 1)]++;
    }
    // By the leading 33 bits, the last of their digits first.
    for (int pass = 0; pass < PASSES; pass++) {
        const int shift = FIRST + pass * BITS;
        // A digit that all have in common changes nothing.
        if (count > 0 && counts[pass][source[0] >> shift & (BUCKETS - 1)] == count) continue;
        size_t start = 0;
        for (size_t bucket = 0; bucket < BUCKETS; bucket++) {
            const size_t own = counts[pass][bucket];
            counts[pass][bucket] = start;
            start += own;
        }
        for (size_t place = 0; place < count; place++) {
            const size_t next = counts[pass][source[place] >> shift & (BUCKETS - 1)]++;
            target[next] = source[place];
            target_rows[next] = source_rows[place];
        }
        uint64_t *keys_before = source;
        uint32_t *rows_before = source_rows;
        source = target;
        source_rows = target_rows;
        target = keys_before;
        target_rows = rows_before;
    }
    // The few that agree in those bits.
    for (size_t place = 1; place < count; place++) {
        const uint64_t key = source[place];
        const uint32_t row = source_rows[place];
        size_t before = place;
        while (before > 0 && source[before - 1] > key) {
            source[before] = source[before - 1];
            source_rows[before] = source_rows[before - 1];
            before--;
        }
        source[before] = key;
        source_rows[before] = row;
    }
    return source_rows;
}

void assessment_order(
    const double *scores, size_t count, int smallest_first, uint64_t *keys, uint32_t *rows) {
    const uint32_t *sorted = sort(scores, count, smallest_first, keys, rows);
    if (sorted != rows) memcpy(rows, sorted, count * sizeof *rows);
}

void assessment_ranks(
    const double *scores, size_t count, double tolerance, int smallest_first, uint64_t *keys, uint32_t *rows,
    int32_t *ranks) {
    const uint32_t *sorted = sort(scores, count, smallest_first, keys, rows);
    double best = 0;
    int32_t rank = 0;
    for (size_t place = 0; place < count; place++) {
        const double score = scores[sorted[place]];
        const int is_worse = smallest_first ? score > best + tolerance : score < best - tolerance;
        if (place == 0 || is_worse) {
            best = score;
            rank = (int32_t)place + 1;
        }
        ranks[sorted[place]] = rank;
    }
}
