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
  // Round by round, each value to its place: no second row of them is needed.
  for (std::size_t start = 0; start < places.size(); ++start) {
    if (places[start].second == start) continue;
    T first = std::move(values[start]);
    std::size_t to = start;
    for (std::size_t from = places[to].second; from != start; from = places[to].second) {
      values[to] = std::move(values[from]);
      places[to].second = to;
      to = from;
    }
    values[to] = std::move(first);
    places[to].second = to;
  }
}

}  // namespace rel
