// Every pair of options of a command works together, or is refused with both named: none is ignored.
#include <fmt/format.h>

#include "commands/commands.hpp"
#include "commands/observing.hpp"
#include "commands/option_scenes.hpp"

using namespace rel;
using namespace rel::test;

namespace {

bool is_excepted(const std::string& command, const std::string& option, const std::string& beside) {
  const auto is = [](const std::string& pattern, const std::string& name) {
    return pattern == "*" || pattern == name;
  };
  return std::ranges::any_of(exceptions, [&](const Exception& one) {
    return is(one.command, command) && is(one.option, option) && is(one.beside, beside);
  });
}

/// An option as it is typed.
struct Typed {
  std::string name;  ///< `format=json` for one value of several
  std::vector<std::string> words;

  bool named_in(const std::string& message) const {
    std::string shown = name == "limit" ? "-n" : name;
    std::ranges::replace(shown, '=', ' ');
    return message.find(shown) != std::string::npos;
  }
};

/// A machine with everything that a command may turn to.
class Machine : public Observer {
 public:
  std::map<std::string, std::string> ids;

  Machine() {
    variables["TERM"] = "dumb";
    program = [this](const ProgramWords& words, const std::string& given) -> Ended {
      if (words[0] != "crontab") return {};
      if (words[1] == "-l") return {"", 0, crontab_, ""};
      crontab_ = words[1] == "-r" ? "" : given;
      return {};
    };
    add_people();
    add_entries();
    add_files();
    add_reminders();
    begin_here();
  }

  Observed observe_in(const Scene& scene, std::vector<std::string> args) {
    for (std::string& arg : args) {
      if (const auto id = ids.find(arg); id != ids.end()) arg = id->second;
    }
    at_terminal = scene.terminal;
    answers.reset();
    if (scene.terminal) answers = {"n"};
    const bool notes = scene.line.starts_with("log");
    editor = [notes](const std::string& text) { return notes ? text + "from the editor\n" : text; };
    open_to_others_ = scene.line == "doctor";
    Observed observed = observe(args);
    observed.effect += crontab_;
    return observed;
  }

 private:
  void go_back() override {
    Observer::go_back();
    crontab_ = first_crontab_;
    if (open_to_others_) std::filesystem::permissions(path("rel.db"), std::filesystem::perms(0644));
  }

  void add_people() {
    json("edit ann --phone '+49 30 1' --email ann@x.example --tag work");
    json("edit bo --birthday 12-30 --email bo@x.example");
    json("edit cy --tag choir --phone '+49 30 3'");
    json("add Gone --tag choir");
    json("edit gone --archive");
    json("add 'Bea Kern' --phone 030555123");
    for (int n = 1; n <= 24; ++n) {
      json(fmt::format("add 'P {0}' --tier {1} --last 2026-10-{0:02} --phone '+49 30 1{0:02}'{2}", n,
                       n % 3 + 1, n % 2 == 0 ? " --tag choir" : ""));
    }
    json("add 'Uwe Alt' --phone 030777777");
    json("add 'Uwe A' --phone 030777777");
  }
  void add_entries() {
    json("note ann 'likes tea' --on 2025-01-01");
    json("note bo 'likes jam' --on 2025-12-18");
    json("note bo 'old cheese'");
    json("note p-1 'likes jam' --on 2025-01-01");
    at("2026-12-08T09:00");
    ids["CONTACT"] = id("log ann,cy call 20m personal 2026-12-01");
    ids["PROMISE"] = id("promise bo 'send the book'");
    ids["REMARK"] = id("note ann 'new job' --ask '2026-12-20 how is it?'");
    ids["FACT"] = id("note ann 'likes figs' --fact");
    ids["SNOOZE"] = id("snooze cy 2027-01-20 --why moving");
    json("log bo met 2h");
    at("2026-12-14T09:00");
    json("log tom chat");
    at("2026-12-22T09:00");
    json("add 'Bea K' --phone 030555123 --tier 2 --tag choir");
    json("add 'Gone Late'");
    json("edit gone-late --archive");
    json("note ann 'cheese, too'");
    json("edit p-12 --archive");
    json("note bo 'new cheese'");
    json("log ann chat");
    json("log bo chat");
    json("undo");
  }
  void add_files();
  void add_reminders() {
    variables["DBUS_SESSION_BUS_ADDRESS"] = "x";
    json("schedule --cron --yes");
    first_crontab_ = crontab_;
    json("schedule --yes");
    crontab_ = first_crontab_;
  }

  bool open_to_others_ = false;
  std::string crontab_;
  std::string first_crontab_;
};

void Machine::add_files() {
  const std::string cards =
      "BEGIN:VCARD\nVERSION:3.0\nFN:Mia Lee\nNOTE:sings\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Joe "
      "Poe\nEND:VCARD\n";
  write("book.vcf", cards);
  write("damaged.vcf", cards + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n");
  write("odd.vcf", "My cards\n" + cards);
  write("talks.csv", "who,on\nAnn Lee,03/04/2026\nBo Berg,03/05/2026\n");
  write("mixed.csv", "who,on\nAnn Lee,03/04/2026\nNobody Here,03/05/2026\n");
  write("table.csv", "Name,Date,x\nAnn Lee,2026-03-04,1\nBo Berg,2026-03-05,1\n");
  write("chat.txt", "3/4/2026, 9:00 - Ann Lee: x\n3/5/2026, 9:00 - Bo Berg: y\n");
  write("zed.txt", "3/4/2026, 9:00 - Zed Who: x\n3/14/2026, 9:00 - Bo Berg: y\n");
  write("lines.txt", "ann call 20 yesterday\nxyzzy call\n");
  write("c.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261029T190000\r\nDTEND:20261029T203000\r\nSUMMARY:Dinner\r\n"
        "ATTENDEE:mailto:ann@x.example\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261030T190000\r\nDTEND:20261030T203000\r\nSUMMARY:Tea\r\n"
        "ATTENDEE:mailto:bo@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  input = "high 5w - ann-lee\n";
  json("backup copy.db");
  json("backup");
}

std::string value_in(const Scene& scene, const std::string& command, const cli::OptionSpec& option) {
  const std::string name(option.name);
  for (const auto& [values, key] :
       {std::pair(&scene.values, name), {&usual_values, command + '.' + name}, {&usual_values, name}}) {
    if (const auto found = values->find(key); found != values->end()) return found->second;
  }
  FAIL("no value for --" << name);
  return "";
}

// Not tried: --db is another file, --color a taste, and --help and --version ask for something else instead.
std::vector<Typed> options_of(const Scene& scene, const cli::CommandSpec& spec) {
  std::vector<Typed> all;
  for (const cli::OptionSpec& option : spec.options) {
    Typed typed{std::string(option.name), {"--" + std::string(option.name)}};
    if (option.arity != cli::Arity::flag)
      typed.words.push_back(value_in(scene, std::string(spec.name), option));
    all.push_back(typed);
  }
  all.push_back({"quiet", {"-q"}});
  all.push_back({"as-of", {"--as-of", usual_values.at("as-of")}});
  for (const std::string& format : cli::choices_in(spec.formats))
    if (format != "text") all.push_back({"format=" + format, {"--format", format}});
  return all;
}

std::vector<std::string> operator+(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// The pairs of one command, in all of its scenes.
class Pairs {
 public:
  Pairs(Machine& machine, const cli::CommandSpec& spec) : machine_(machine), spec_(spec) {
    for (const cli::OptionSpec& option : spec.options) idle_.emplace(option.name);
  }

  void try_in(const Scene& scene) {
    const std::vector<std::string> line = words_of(scene.line);
    const std::vector<Typed> options = options_of(scene, spec_);
    const Observed none = machine_.observe_in(scene, line);
    std::vector<Observed> alone;
    for (const Typed& option : options) {
      CAPTURE(option.name);
      alone.push_back(machine_.observe_in(scene, line + option.words));
      CHECK(alone.back() == machine_.observe_in(scene, line + option.words));  // nothing random is compared
      const bool for_itself = alone.back().refused() && option.named_in(alone.back().err);
      if (alone.back() != none && !for_itself) idle_.erase(option.name);
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
      for (std::size_t j = i + 1; j < options.size(); ++j) {
        const bool same = options[i].words[0] == options[j].words[0];
        if (same || is_out_of_place(alone[i]) || is_out_of_place(alone[j])) continue;
        const Observed both = machine_.observe_in(scene, line + options[i].words + options[j].words);
        INFO("--" << options[i].name << " and --" << options[j].name);
        if (both.refused() && !alone[i].refused() && !alone[j].refused())
          CHECK_MESSAGE((options[i].named_in(both.err) && options[j].named_in(both.err)), both.err);
        if (both.refused()) continue;
        judge(options[j], alone[j] != none, options[i], both != alone[i]);
        judge(options[i], alone[i] != none, options[j], both != alone[j]);
      }
    }
  }

  /// Each option had an effect somewhere, and beside each other one in one of the scenes at least.
  void conclude() const {
    for (const std::string& option : idle_) FAIL_CHECK("without effect: --" << option);
    for (const auto& [option, beside] : ignored_) {
      if (heeded_.contains({option, beside}) || is_excepted(std::string(spec_.name), option, beside))
        continue;
      FAIL_CHECK("--" << option << " is ignored beside --" << beside);
    }
  }

 private:
  // Not for what the line is about: no other option can change that.
  static bool is_out_of_place(const Observed& alone) {
    return alone.refused() && alone.err.find(": not for ") != std::string::npos;
  }

  void judge(const Typed& option, bool matters, const Typed& beside, bool makes_difference) {
    if (makes_difference) idle_.erase(option.name);
    if (makes_difference) heeded_.emplace(option.name, beside.name);
    if (matters && !makes_difference) ignored_.emplace(option.name, beside.name);
  }

  Machine& machine_;
  const cli::CommandSpec& spec_;
  std::set<std::string> idle_;
  std::set<std::pair<std::string, std::string>> heeded_;
  std::set<std::pair<std::string, std::string>> ignored_;
};

}  // namespace

TEST_CASE("no option is ignored beside another one") {
  Machine machine;
  for (const commands::Command& command : commands::all_commands()) {
    if (command.spec.group == cli::Group::hidden) continue;
    CAPTURE(command.spec.name);
    Pairs pairs(machine, command.spec);
    for (const Scene& scene : scenes) {
      if (words_of(scene.line).front() != command.spec.name) continue;
      CAPTURE(scene.line);
      pairs.try_in(scene);
    }
    pairs.conclude();
  }
}
