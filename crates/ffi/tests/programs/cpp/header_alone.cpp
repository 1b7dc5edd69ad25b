#include <breachscan.hpp>
#include <breachscan.hpp>
#include <breachscan.h>

static_assert(!std::is_copy_constructible_v<breachscan::scanner>, "a scanner has one owner");
static_assert(std::is_nothrow_move_constructible_v<breachscan::scanner>, "a scanner can be moved");
static_assert(std::is_nothrow_move_constructible_v<breachscan::rules>, "rules can be moved");
static_assert(std::is_nothrow_move_constructible_v<breachscan::results>, "results can be moved");
static_assert(std::is_base_of_v<std::runtime_error, breachscan::error>, "an error is an exception");
