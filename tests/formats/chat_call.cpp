#include "formats/chat_call.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rel::formats;

namespace {

/// `video 2700`, `voice missed`; `-` for no call.
std::string read(const char* text, bool by_program = true) {
  const auto call = chat_call(text, by_program);
  if (!call) return "-";
  return (call->video ? "video " : "voice ") + (call->missed ? "missed" : std::to_string(call->seconds));
}

}  // namespace

TEST_CASE("calls in many languages, with their lengths") {
  CHECK(read("Voice call, 45 min") == "voice 2700");
  CHECK(read("Video call, 1 hr 5 min") == "video 3900");
  CHECK(read("Sprachanruf, 1 Std. 5 Min.") == "voice 3900");
  CHECK(read("Videoanruf, 30 Sek.") == "video 30");
  CHECK(read("Appel vocal, 12 min") == "voice 720");
  CHECK(read("Llamada de voz, 3 h") == "voice 10800");
  CHECK(read("Videochamada, 20 seg") == "video 20");
  CHECK(read("Аудиозвонок, 1 ч 2 мин") == "voice 3720");
  CHECK(read("Sesli arama, 2 sa 1 dk") == "voice 7260");
  CHECK(read("语音通话, 45分钟") == "voice 2700");
  CHECK(read("音声通話, 1時間5分") == "voice 3900");
  CHECK(read("영상통화, 45분 10초") == "video 2710");
  CHECK(read("Voice call, 1:02:03") == "voice 3723");
  CHECK(read("Voice call, 12:05") == "voice 725");
}

TEST_CASE("calls that nobody took") {
  for (const char* text :
       {"Missed voice call", "Missed voice call, Tap to call back", "Verpasster Sprachanruf",
        "Appel vocal manqué", "Llamada de voz perdida", "Chamada de voz perdida", "Chiamata vocale persa",
        "Пропущенный аудиозвонок", "Cevapsız sesli arama", "未接语音通话", "不在着信(音声通話)",
        "부재중 음성통화", "Voice call, No answer"}) {
    CAPTURE(text);
    CHECK(read(text) == "voice missed");
  }
}

TEST_CASE("what people type is a call only where nothing else stands there") {
  CHECK(read("Missed voice call", false) == "voice missed");
  CHECK(read("let us have a voice call, 45 min or so", false) == "-");
  CHECK(read("see you at 8", true) == "-");
  CHECK(read("voice call?", true) == "-");
}

TEST_CASE("what a program says of groups") {
  CHECK(speaks_of_a_group("Ann created group \"Book Club\""));
  CHECK(speaks_of_a_group("Ann hat die Gruppe erstellt"));
  CHECK(!speaks_of_a_group("Messages and calls are end-to-end encrypted."));
}
