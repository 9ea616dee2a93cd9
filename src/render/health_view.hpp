// Everyone's health: capacity first, then people, the weakest first.
#pragma once

#include <vector>

#include "rel/capacity.hpp"
#include "rel/standing.hpp"
#include "rel/weeks.hpp"
#include "render/view.hpp"

namespace rel::render {

/// One person on the page.
struct HealthEntry {
  Relationship who;
  Standing standing;        ///< meaningful only where the person has health
  std::vector<Week> weeks;  ///< of the last year, where one person is shown
};

/// Everything that the page has to say.
struct HealthPage {
  Day today{};
  Capacity capacity;
  std::vector<HealthEntry> people;  ///< in the order in which they are shown
  int left = 0;                     ///< people who need something, but are not shown
  int fine = 0;                     ///< people who need nothing, and are not shown
  int without_talk = 0;             ///< people with whom no talk is logged yet, and who are not shown
  bool explain = false;             ///< with the figures
  bool for_reader = true;           ///< someone sits before it
  bool anyone = true;               ///< somebody is in a tier
  int columns = 80;
};

/// The keys of a person that TSV shows.
std::vector<std::string_view> health_columns();

/// A person for programs; figures of health are null for someone who has none.
Object health_object(const HealthEntry& entry, Day today);

/// The figures behind the bars in one line: `health 74.2: recency 0.65, …`.
std::string health_figures(const HealthEntry& entry);

/// The view of everyone.
View health_view(const HealthPage& page, Format format);

}  // namespace rel::render
