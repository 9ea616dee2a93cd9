#include "answer/pages.hpp"

#include <filesystem>
#include <fstream>

#include "answer/year.hpp"
#include "cli/typed.hpp"
#include "invocation/output_files.hpp"
#include "render/html_blocks.hpp"
#include "render/phrases.hpp"
#include "render/review_questions.hpp"
#include "render/review_words.hpp"

namespace rel::commands {

namespace {

// What the user keeps elsewhere under that name is never replaced; yesterday's page is.
void refuse_other_file(const Call& call, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return;
  std::string beginning(render::page_beginning.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  if (beginning != render::page_beginning)
    throw UsageError(cli::named(path) + ": is there already, and is no page of rel's",
                     with_free_name(call, path));
}

constexpr Day some_other_year{};  // a page is read in any year: its days are given with theirs

}  // namespace

std::string footer_of(const Call& call) {
  return "Made by rel as of " + render::long_day(call.today()) + " " + iso(call.today()).substr(0, 4) +
         ". This file holds what you wrote about people: treat it like a diary.";
}

void deliver_page(Call& call, const render::Page& page) {
  const std::string path = call.args.one("html").value_or("");
  if (path.empty()) throw UsageError("--html: empty", "--html review.html");
  const std::string html = render::render_page(page);
  if (path == "-") {
    call.outcome.out += html;
    return;
  }
  refuse_other_file(call, path);
  sweep_beside(path);
  write_file(path, call, [&](const Sink& sink) { sink(html); });
  render::View view{.command = "html"};
  view.text.emplace_back(render::Line("a page with pictures is written to " + path));
  call.confirm(view);
}

render::Page review_page(const store::Reader* store, const Call& call, const render::ReviewPage& review) {
  const Material& of = review.of;
  const std::vector<Period> months = months_until(call.today(), months_shown);
  const Period year = whole(months);
  const std::vector<Contact> contacts =
      store ? store->contacts_between(year.since, year.until) : std::vector<Contact>{};
  const auto short_id = [&](Id id) { return store->short_id(id); };
  render::Page page{.title = "A look back", .footer = footer_of(call)};
  page.subtitle = render::period_text(of.period, some_other_year) + ", against the " +
                  render::counted(of.period.days(), "day") + " before";
  if (review.back.balance) page.leads = {render::balance_sentence(*review.back.balance)};
  page.sections = {
      {"More or less, deeper or shallower", "",
       render::questions_picture(review.back.before, review.back.now)},
      {"The year in conversations", "",
       render::calendar_picture(months, days_by_tier(contacts, of.people), render::MarkKinds::tiers,
                                of.period)},
      {"How you talked", "", render::minutes_picture(talks_by_month(months, contacts, by_id(of.people)))},
      {"Silences", "",
       render::courses_picture(
           store ? courses_of(*store, of.people, year, call.settings) : std::vector<render::PersonCourse>{},
           year)},
      {"In words", "",
       render::blocks_html(render::review_view(review, render::Format::text, short_id).text)}};
  return page;
}

}  // namespace rel::commands
