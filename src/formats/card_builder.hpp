// Makes a card of the content lines between BEGIN:VCARD and END:VCARD.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/content_lines.hpp"
#include "formats/vcard.hpp"

namespace rel::formats {

/// A list of values that are the same where their keys are; the first of them is kept.
class DistinctList {
 public:
  /// Adds a value that is not blank.
  void add(std::string value, std::string key);

  const std::string& first_or(const std::string& other) const {
    return values_.empty() ? other : values_.front();
  }
  std::vector<std::string> values() && { return std::move(values_); }

 private:
  std::vector<std::string> values_;
  std::set<std::string> keys_;
};

/// One card while it is being read. VERSION is not looked at: programs write the forms of one version under
/// the number of another, and all of them can be told apart without it.
class CardBuilder {
 public:
  /// `line` is where the card begins. `already_utf8` is for a file that was converted as a whole: its CHARSET
  /// parameters then speak of nothing but quoted-printable bytes.
  CardBuilder(std::size_t line, bool already_utf8, const DateReading& reading = {})
      : already_utf8_(already_utf8), reading_(reading) {
    card_.line = line;
  }

  /// Takes one property of the card.
  void take(const ContentLine& property);

  /// Counts something of the card that is not taken.
  void drop(std::string_view name) { ++dropped_[std::string(name)]; }

  /// Where the card begins.
  std::size_t line() const { return card_.line; }

  /// Adds the card, or why there is none, to `out`.
  void finish(Cards& out) &&;

 private:
  /// A date that still waits for its name: Apple writes it on a line of its own.
  struct FoundDate {
    YearlyDate date;
    std::string property;
    std::string group;
    std::string name;  // where the property says it
  };

  /// A number or an address with how good it is to be reached by: the lower the better.
  struct Reach {
    std::string value;
    std::string key;
    std::string group;
    int rank = 0;
  };
  static constexpr int no_talk = 1000;  // the rank of faxes and the like

  /// Someone who belongs to them.
  struct Related {
    std::string kind;  // empty: the label of the group says it
    std::string name;
    std::string group;
  };

  using Taker = void (CardBuilder::*)(const ContentLine&, std::string_view text);
  static Taker taker_of(std::string_view name);

  std::string text_of(const ContentLine& property) const;
  void take_nothing(const ContentLine&, std::string_view) {}
  void take_formatted_name(const ContentLine&, std::string_view text);
  void take_name_parts(const ContentLine&, std::string_view text);
  void take_nicknames(const ContentLine&, std::string_view text);
  void take_categories(const ContentLine&, std::string_view text);
  void take_organization(const ContentLine&, std::string_view text);
  void take_phone(const ContentLine& property, std::string_view text);
  void take_email(const ContentLine& property, std::string_view text);
  void take_death(const ContentLine&, std::string_view text);
  void take_android(const ContentLine& property, std::string_view text);
  void take_title(const ContentLine&, std::string_view text);
  void take_note(const ContentLine&, std::string_view text);
  void take_address(const ContentLine& property, std::string_view text);
  void take_related(const ContentLine& property, std::string_view text);
  void add_date(const ContentLine& property, std::string_view text, const std::string& name);
  void take_uid(const ContentLine&, std::string_view text);
  void take_date(const ContentLine&, std::string_view text);
  void take_label(const ContentLine& property, std::string_view text);
  void take_kind(const ContentLine&, std::string_view text);
  std::string chosen_name();
  std::string label_of(const std::string& group) const;
  std::string name_of(const FoundDate& date) const;
  void name_dates();
  void order_reaches();
  void gather_facts();
  std::optional<std::string> problem() const;

  Card card_;
  bool already_utf8_;
  DateReading reading_;
  bool group_ = false;
  bool nul_ = false;
  bool endless_name_ = false;
  std::string formatted_name_;
  std::string name_from_parts_;
  std::string organization_;
  std::string workplace_;
  std::string title_;
  std::vector<std::string> facts_;
  std::vector<Related> related_;
  DistinctList nicknames_;
  std::vector<Reach> phones_;
  std::vector<Reach> emails_;
  DistinctList categories_;
  std::vector<FoundDate> dates_;
  std::map<std::string, std::string> labels_;  // by group
  std::map<std::string, std::size_t> dropped_;
};

/// Whether TYPE, which may stand there several times and hold lists, says this.
bool of_type(const ContentLine& property, std::string_view type);

/// Whether nobody may be called so.
bool too_long_for_a_name(std::string_view name);

}  // namespace rel::formats
