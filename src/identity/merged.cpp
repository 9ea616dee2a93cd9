#include "identity/merged.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "cli/existing_dates.hpp"
#include "identity/identity.hpp"
#include "identity/phone_book.hpp"
#include "render/phrases.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

std::string said(const YearlyDate& date) {
  return date.year ? fmt::format("{} {}", cli::day_and_month(date), *date.year) : cli::day_and_month(date);
}

/// Brings two records together, point by point.
class Union {
 public:
  Union(const Person& keep, const Person& other)
      : other_(other), result_{.person = keep, .gained = {}, .differs = {}} {}

  Merged result() && {
    unite_names();
    unite("phone", person().phones, other_.phones, phone_key);
    unite("e-mail", person().emails, other_.emails, email_key);
    unite("tag", person().tags, other_.tags, text::fold);
    unite_channels();
    unite_dates();
    unite_clock();
    unite_standing();
    return std::move(result_);
  }

 private:
  Person& person() { return result_.person; }
  void gain(const std::string& what) { result_.gained.push_back(what); }
  void differ(const std::string& what, const std::string& stays, const std::string& others) {
    result_.differs.push_back(fmt::format("{} stays {}; {} had {}", what, stays, other_.handle, others));
  }

  void unite(const char* what, std::vector<std::string>& list, const std::vector<std::string>& values,
             Keys::KeyOf key) {
    Keys known(key, list);
    for (const std::string& value : values) {
      if (!known.add(value)) continue;
      list.push_back(value);
      gain(fmt::format("{} {}", what, value));
    }
  }

  void unite_names() {
    std::vector<std::string> names = {other_.name};
    names.insert(names.end(), other_.aliases.begin(), other_.aliases.end());
    names.push_back(other_.handle);
    std::erase_if(names, [&](const std::string& one) { return name_key(one) == name_key(person().name); });
    unite("alias", person().aliases, names, name_key);
  }

  void unite_channels() {
    for (const Channel channel : other_.real_by) {
      if (std::find(person().real_by.begin(), person().real_by.end(), channel) != person().real_by.end())
        continue;
      person().real_by.push_back(channel);
      gain(fmt::format("real by {}", word(channel)));
    }
  }

  void unite_dates() {
    auto& dates = person().dates;
    std::unordered_map<std::string, std::size_t> places;
    for (const YearlyDate& date : dates) places.emplace(text::fold_name(date.name), places.size());
    for (const YearlyDate& date : other_.dates) {
      const auto [place, is_new] = places.try_emplace(text::fold_name(date.name), dates.size());
      if (is_new) {
        dates.push_back(date);
        gain(fmt::format("{} {}", date.name, said(date)));
      } else {
        unite_date(dates[place->second], date);
      }
    }
  }

  void unite_date(YearlyDate& same, const YearlyDate& date) {
    same.imported = same.imported && date.imported;
    if (same.month != date.month || same.day != date.day ||
        (same.year && date.year && same.year != date.year)) {
      differ(same.name, said(same), said(date));
    } else if (!same.year) {
      same.year = date.year;
    }
  }

  void unite_clock() {
    const Tier tier = person().tier;
    if (tier == Tier::none && other_.tier != Tier::none) {
      person().tier = other_.tier;
      gain("tier " + render::tier_name(other_.tier));
    } else if (other_.tier != Tier::none && other_.tier != tier) {
      differ("tier", render::tier_name(tier), render::tier_name(other_.tier));
    }
    const auto days = [](int count) { return render::counted(count, "day"); };
    fill("every", person().every_days, other_.every_days, days);
    fill("why", person().purpose, other_.purpose, [](const std::string& text) { return text; });
    person().last = std::max(person().last, other_.last);
    if (other_.start) person().start = std::min(person().start.value_or(*other_.start), *other_.start);
    person().added = std::min(person().added, other_.added);
    person().considered = std::max(person().considered, other_.considered);
  }

  template <class T, class Say>
  void fill(const char* what, std::optional<T>& mine, const std::optional<T>& others, const Say& say) {
    if (!others || mine == others) return;
    if (mine) return differ(what, say(*mine), say(*others));
    mine = others;
    gain(fmt::format("{} {}", what, say(*others)));
  }

  void unite_standing() {
    if (other_.deceased && !person().deceased) gain("deceased");
    if (person().archived && !other_.archived) gain("back from the archive");
    person().deceased = person().deceased || other_.deceased;
    person().archived = person().archived && other_.archived;
  }

  const Person& other_;
  Merged result_;
};

}  // namespace

Merged merged(const Person& keep, const Person& other) {
  return Union(keep, other).result();
}

}  // namespace rel::commands
