// A brief for programs.
#pragma once

#include <string_view>
#include <vector>

#include "rel/brief.hpp"
#include "render/objects.hpp"

namespace rel::render {

/// The keys of `prep --format json`.
Object brief_object(const Brief& brief, const HandleOf& handle_of);

/// The same keys where there is nobody to look at.
Object nobodys_brief();

/// The keys of a row of TSV.
std::vector<std::string_view> brief_columns();

/// A row for the last conversation, each remark, each open item and each date.
std::vector<Object> brief_rows(const Brief& brief, const HandleOf& handle_of);

}  // namespace rel::render
