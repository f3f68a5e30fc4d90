// Clones by processor exist on x86-64 ELF alone, and sanitizers do not bear the resolvers that choose among them.
#ifndef CLONED
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
#if defined(__has_feature)
#if !__has_feature(thread_sanitizer) && !__has_feature(address_sanitizer)
#define CLONED __attribute__((target_clones("default", "avx2", "avx512f")))
#endif
#endif
#endif
#ifndef CLONED
#define CLONED
#endif
#endif
