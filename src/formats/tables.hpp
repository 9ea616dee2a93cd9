// The two tables of `rel export --to csv`: people and contacts.
#pragma once

#include <array>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fields.hpp"
#include "formats/archive.hpp"
#include "formats/csv_table.hpp"

namespace rel::formats {

inline constexpr std::array<std::string_view, 8> contact_columns = {"who",     "on", "time",  "channel",
                                                                    "minutes", "by", "depth", "note"};
/// All fields of a person.
inline constexpr auto person_columns = std::apply(
    [](const auto& id, const auto&... field) {
      static_cast<void>(id);
      return std::array{field.key...};
    },
    row_table<Person>.fields);

/// The first line of a table.
std::string heading(std::span<const std::string_view> columns);

/// A contact as a line; `handles` are those of everyone in it.
std::string contact_line(const Contact& contact, const std::vector<std::string>& handles);

/// A person as a line. Lists have `;` between their values, and `\` before a `;` of their own.
std::string person_line(const Person& person);

/// Reads a table of people as read_archive reads its people.
std::optional<Problem> read_people_table(std::istream& in, Day today,
                                         const std::function<void(ArchivedPerson)>& take,
                                         const std::function<void(const Problem&)>& refuse);

}  // namespace rel::formats
