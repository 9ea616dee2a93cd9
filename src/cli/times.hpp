// Times of day as people type them: `19:30`, `7pm`, `7:30 pm`, `at 7pm`, `noon`.
#pragma once

#include "cli/day_shapes.hpp"
#include "cli/reading.hpp"
#include "rel/day.hpp"

namespace rel::cli {

/// The most words that read_time reads: `at 7:30 pm`.
constexpr std::size_t most_words_of_time = 3;

/// Reads words as a time of day. Refuses what has its shape but is none (`25:61`, `13pm`), and an hour that
/// may be one of the morning or of the evening (`at 7`).
Reading<TimeOfDay> read_time(Words words);

}  // namespace rel::cli
