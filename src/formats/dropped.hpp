// What a format holds and rel has no place for, or can't read: how often, and whose it is.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rel::formats {

/// One kind of it.
struct Dropped {
  std::size_t times = 0;
  std::vector<std::string> whose;  ///< names, each once, the first thousand

  void add(std::size_t more, const std::string& name) {
    constexpr std::size_t most_named = 1000;
    times += more;
    if (!name.empty() && whose.size() < most_named && named_.insert(name).second) whose.push_back(name);
  }

 private:
  std::set<std::string> named_;
};

/// By what it is.
class Drops {
 public:
  using Kinds = std::map<std::string, Dropped, std::less<>>;

  /// `name` is whose it is; empty where it is nobody's.
  void add(std::string_view what, const std::string& name, std::size_t times = 1) {
    kinds_[std::string(what)].add(times, name);
  }
  void add(const Drops& more) {
    for (const auto& [what, dropped] : more.kinds_) {
      for (const std::string& name : dropped.whose) kinds_[what].add(0, name);
      kinds_[what].times += dropped.times;
    }
  }
  bool empty() const { return kinds_.empty(); }
  std::size_t times(std::string_view what) const {
    const auto found = kinds_.find(what);
    return found == kinds_.end() ? 0 : found->second.times;
  }
  Kinds::const_iterator begin() const { return kinds_.begin(); }
  Kinds::const_iterator end() const { return kinds_.end(); }

 private:
  Kinds kinds_;
};

}  // namespace rel::formats
