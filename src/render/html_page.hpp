// A page of HTML that stands alone: one file, no script, nothing loaded from anywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::render {

/// How every page begins: by this rel knows a page of its own, which it may replace.
extern const std::string_view page_beginning;

/// A part of a page. Texts are escaped here; `body` is HTML already.
struct PageSection {
  std::string heading;
  std::string introduction;  ///< a sentence below the heading; may be empty
  std::string body;
};

/// What a page shows.
struct Page {
  std::string title;
  std::string subtitle;            ///< the days it is about
  std::vector<std::string> leads;  ///< what it comes to, a paragraph each
  std::vector<PageSection> sections;
  std::string footer;
};

std::string render_page(const Page& page);

/// A picture with what it means below it. `picture` is HTML already; the caption is escaped here.
std::string figure(const std::string& picture, const std::string& legend, std::string_view caption);

/// A small picture among others, with its name above it and a note below. `picture` is HTML already; the rest
/// is escaped here.
std::string card(std::string_view name, const std::string& picture, std::string_view note);

/// A legend of samples and words; the samples are HTML already.
struct LegendEntry {
  std::string sample;
  std::string word;
};
std::string legend(const std::vector<LegendEntry>& entries);

}  // namespace rel::render
