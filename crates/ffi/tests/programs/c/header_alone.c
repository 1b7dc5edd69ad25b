#include <breachscan.h>
#include <breachscan.h>

/* The layout that a library of this ABI number has. */
#define HOLDS(name, condition) typedef char name[(condition) ? 1 : -1]
HOLDS(offsets_are_wide, sizeof(((breachscan_finding *)0)->start) == 8);
HOLDS(size_comes_first, offsetof(breachscan_options, struct_size) == 0);
HOLDS(redaction_size_comes_first, offsetof(breachscan_redaction, struct_size) == 0);
HOLDS(abi_is_a_number, BREACHSCAN_ABI_VERSION >= 1);

breachscan_options options(void)
{
    breachscan_options chosen = BREACHSCAN_OPTIONS_INIT;
    return chosen;
}

breachscan_redaction redaction(void)
{
    breachscan_redaction how = BREACHSCAN_REDACTION_INIT;
    return how;
}
