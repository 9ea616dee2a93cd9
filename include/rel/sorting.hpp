// Sorting what is dear to move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace rel {

/// Sorts values by a small key, which is made once for each and may look into it; equals keep their order.
template <class T, class KeyOf>
void sort_by_key(std::vector<T>& values, const KeyOf& key_of) {
  using Key = decltype(key_of(values.front()));
  std::vector<std::pair<Key, std::size_t>> places;
  places.reserve(values.size());
  for (const T& value : values) places.emplace_back(key_of(value), places.size());
  std::sort(places.begin(), places.end());
  std::vector<T> sorted;
  sorted.reserve(values.size());
  for (const auto& place : places) sorted.push_back(std::move(values[place.second]));
  values = std::move(sorted);
}

}  // namespace rel
