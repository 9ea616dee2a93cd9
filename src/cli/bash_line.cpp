#include "cli/bash_line.hpp"

#include <algorithm>

namespace rel::cli {

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view letters_and_digits =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

// Where a backslash stands before a quote within $'…', parts of bash see the end of the quote.
constexpr std::string_view ansi_quote = "\\047";
constexpr std::string_view ansi_backslash = "\\134";

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

/// Takes the quotes off a line as bash does; stops at what makes it more than one command with its words.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line) {
    while (at_ < line_.size() && simple_) take(line_[at_++]);
  }

  bool simple() const { return simple_; }
  bool known() const { return known_; }
  bool ends_in_backslash() const { return ends_in_backslash_; }
  BashQuote quote() const { return quote_; }
  std::size_t quote_begins() const { return quote_begins_; }
  std::size_t word_begins() const { return word_begins_; }
  const Texts& words() const { return words_; }

 private:
  void take(char c) {
    if (quote_ == BashQuote::none) return take_bare(c);
    if (c == (quote_ == BashQuote::dual ? '"' : '\'')) {
      quote_ = BashQuote::none;
    } else if (c == '\\' && quote_ != BashQuote::single) {
      take_escaped();
    } else if (quote_ == BashQuote::dual && is_one_of(c, "`$")) {
      take_expansion(c);
    } else {
      word() += c;
    }
  }

  void take_bare(char c) {
    if (is_one_of(c, " \t")) {
      end_word();
    } else if (is_one_of(c, "'\"")) {
      open(c == '"' ? BashQuote::dual : BashQuote::single);
    } else if (c == '\\') {
      take_escaped();
    } else if (c == '$' && is_one_of(next(), "'\"")) {
      open(line_[at_++] == '"' ? BashQuote::dual : BashQuote::ansi);
    } else if (is_one_of(c, "`$")) {
      take_expansion(c);
    } else {
      simple_ = !is_one_of(c, ";&|<>()\n");
      word() += c;
    }
  }

  void take_escaped() {
    if (at_ == line_.size()) {
      ends_in_backslash_ = true;
      return;
    }
    const std::string_view here = line_.substr(at_ - 1, ansi_quote.size());
    if (quote_ == BashQuote::ansi && (here == ansi_quote || here == ansi_backslash)) {
      word() += here == ansi_quote ? '\'' : '\\';
      at_ += here.size() - 1;
      return;
    }
    const char c = line_[at_++];
    if (quote_ == BashQuote::ansi && !is_one_of(c, "\\'\"?")) known_ = false;
    if (quote_ == BashQuote::dual && !is_one_of(c, "$`\"\\\n")) word() += '\\';
    if (c != '\n') word() += c;
  }

  void take_expansion(char c) {
    if (c == '`' || is_one_of(next(), "({[")) simple_ = false;
    if (is_one_of(next(), letters_and_digits) || is_one_of(next(), "_@*#?$!-")) known_ = false;
    word() += c;
  }

  void open(BashQuote quote) {
    quote_ = quote;
    quote_begins_ = at_;
  }

  void end_word() {
    const bool behind_blank = word_begins_ + 1 == at_;
    if (!behind_blank) words_.emplace_back();
    word_begins_ = at_;
    known_ = true;
  }

  std::string& word() { return words_.back(); }
  char next() const { return at_ < line_.size() ? line_[at_] : ' '; }

  std::string_view line_;
  std::size_t at_ = 0;
  bool simple_ = true;
  bool known_ = true;  // of the last word
  bool ends_in_backslash_ = false;
  BashQuote quote_ = BashQuote::none;
  std::size_t quote_begins_ = 0;
  std::size_t word_begins_ = 0;
  Texts words_ = {""};
};

std::string escaped_for_bash(char c, BashQuote quote) {
  const std::string plain(1, c);
  switch (quote) {
    case BashQuote::none: {
      const bool safe = static_cast<unsigned char>(c) >= 0x80 || is_one_of(c, letters_and_digits) ||
                        is_one_of(c, "_.,:@%+/=-");
      return safe ? plain : '\\' + plain;
    }
    case BashQuote::single:
      return c == '\'' ? "'\\''" : plain;
    case BashQuote::dual:
      if (c == '!') return "\"\\!\"";  // within "…" nothing keeps it from calling up the history
      return is_one_of(c, "\"$`\\") ? '\\' + plain : plain;
    case BashQuote::ansi:
      if (c == '\'') return std::string(ansi_quote);
      return c == '\\' ? std::string(ansi_backslash) : plain;
  }
  return plain;
}

std::string_view mark_of(BashQuote quote) {
  return quote == BashQuote::none ? "" : quote == BashQuote::dual ? "\"" : "'";
}

/// With its opening quote: bash drops the one that stands there, and where it puts all values in at once, it
/// takes that one away before.
std::string quoted_and_open(std::string_view text, BashQuote quote) {
  std::string quoted(mark_of(quote));
  for (const char c : text) quoted += escaped_for_bash(c, quote);
  return quoted;
}

std::string common_beginning(const Texts& texts) {
  std::string common = texts.front();
  for (const std::string& text : texts) {
    const auto differ = std::mismatch(common.begin(), common.end(), text.begin(), text.end()).first;
    common.erase(differ, common.end());
  }
  return common;
}

std::string whole_characters(std::string text, const std::string& of) {
  const auto within = [&] { return text.size() < of.size() && (of[text.size()] & 0xC0) == 0x80; };
  while (!text.empty() && within()) text.pop_back();
  return text;
}

/// Bash puts in what all replies share. That must not end within `\;`, and must not be less than what was
/// typed (`l` finds ann-lee and lukasz): one more reply, which is only shown, sees to it.
void keep_apart(Texts& replies, const Texts& rests, std::string_view typed, BashQuote quote) {
  if (replies.size() < 2) return;
  const std::string common = whole_characters(common_beginning(rests), rests.front());
  if (common.size() < typed.size()) {
    replies.emplace_back(" ");
  } else if (std::string shared = quoted_and_open(common, quote); common_beginning(replies) != shared) {
    replies.push_back(shared.append(" ").append(mark_of(quote)));
  }
}

}  // namespace

std::optional<BashLine> read_bash_line(std::string_view line, std::string_view replaced) {
  const Reader whole(line);
  if (!whole.simple() || whole.words().size() < 2 || !line.ends_with(replaced)) return std::nullopt;
  std::size_t begins = line.size() - replaced.size();
  // A function that stands between, as that of `command` or `sudo`, hands over the word as bash has split it:
  // a sign behind which bash completes, or the quote, too; but in $'…' bash may see other quotes.
  if (whole.quote() == BashQuote::none && (replaced == "=" || replaced == ":")) begins = line.size();
  if (whole.quote() != BashQuote::none && begins != whole.quote_begins()) {
    if (begins != whole.word_begins() || whole.quote() == BashQuote::ansi) return std::nullopt;
    begins = whole.quote_begins();
  }
  if (begins < whole.word_begins()) return std::nullopt;
  const Reader head(line.substr(0, begins));
  const std::string& before = head.words().back();
  if (head.quote() != whole.quote() || head.ends_in_backslash() ||
      !whole.words().back().starts_with(before)) {
    return std::nullopt;
  }
  return BashLine{{whole.words().begin() + 1, whole.words().end()}, whole.known(), before, whole.quote()};
}

Texts replies_to_bash(const BashLine& line, const Texts& values) {
  Texts replies;
  Texts rests;
  for (const std::string& value : values) {
    if (!value.starts_with(line.before)) continue;
    rests.push_back(value.substr(line.before.size()));
    replies.push_back(quoted_and_open(rests.back(), line.quote).append(mark_of(line.quote)));
  }
  const std::string& typed = line.words.back();
  keep_apart(replies, rests, std::string_view(typed).substr(line.before.size()), line.quote);
  return replies;
}

}  // namespace rel::cli
