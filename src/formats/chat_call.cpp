#include "formats/chat_call.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/ascii.hpp"
#include "text/cut.hpp"
#include "text/fold.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_call = 160;  // bytes of what a program writes of one
constexpr std::size_t longest_typed = 90;

// Words as people see them; they are compared folded.
constexpr std::string_view video_words[] = {
    "video call",      "videoanruf",     "videollamada",     "videochamada",     "chamada de vídeo",
    "videochiamata",   "appel vidéo",    "videogesprek",     "video-oproep",     "videosamtal",
    "videoopkald",     "videoanrop",     "videopuhelu",      "połączenie wideo", "rozmowa wideo",
    "видеозвонок",     "видеовызов",     "відеодзвінок",     "відеовиклик",      "görüntülü arama",
    "مكالمة فيديو",    "שיחת וידאו",     "वीडियो कॉल",       "ビデオ通話",       "视频通话",
    "視訊通話",        "視像通話",       "視頻通話",         "영상통화",         "영상 통화",
    "panggilan video", "cuộc gọi video", "วิดีโอคอล",          "การโทรวิดีโอ",       "βιντεοκλήση",
    "videohovor",      "videohívás",     "apel video",       "video poziv",      "видео позив",
    "видеообаждане",   "تماس تصویری",    "ویڈیو کال",        "ভিডিও কল",         "trucada de vídeo",
    "videotrucada",    "video chat",     "video qo‘ng‘iroq", "görüntülü zəng"};
constexpr std::string_view voice_words[] = {
    "voice call",      "audio call",       "phone call",       "sprachanruf",
    "anruf",           "llamada de voz",   "llamada",          "chamada de voz",
    "chamada",         "chiamata vocale",  "chiamata",         "appel vocal",
    "appel",           "spraakoproep",     "oproep",           "röstsamtal",
    "taleopkald",      "taleanrop",        "äänipuhelu",       "połączenie głosowe",
    "połączenie",      "аудиозвонок",      "голосовой звонок", "звонок",
    "аудіодзвінок",    "голосовий виклик", "дзвінок",          "sesli arama",
    "مكالمة صوتية",    "مكالمة",           "שיחה קולית",       "שיחת קול",
    "वॉइस कॉल",        "वॉयस कॉल",         "音声通話",         "语音通话",
    "語音通話",        "음성통화",         "음성 통화",        "panggilan suara",
    "cuộc gọi thoại",  "การโทรด้วยเสียง",    "φωνητική κλήση",   "hlasový hovor",
    "hlasové volanie", "hanghívás",        "apel vocal",       "glasovni poziv",
    "гласовни позив",  "гласово обаждане", "تماس صوتی",        "وائس کال",
    "ভয়েস কল",         "trucada de veu",   "səsli zəng"};
constexpr std::string_view missed_words[] = {"missed",
                                             "verpasst",
                                             "entgangen",
                                             "perdida",
                                             "perdido",
                                             "manqué",
                                             "persa",
                                             "gemist",
                                             "nieodebran",
                                             "пропущен",
                                             "cevapsız",
                                             "未接",
                                             "不在着信",
                                             "부재중",
                                             "فائت",
                                             "שלא נענ",
                                             "छूटी",
                                             "मिस्ड",
                                             "tak terjawab",
                                             "tidak terjawab",
                                             "missat",
                                             "missad",
                                             "ubesvar",
                                             "nhỡ",
                                             "vastaamat",
                                             "zmeškan",
                                             "nem fogadott",
                                             "pierdut",
                                             "ratat",
                                             "αναπάντητη",
                                             "ไม่ได้รับ",
                                             "no answer",
                                             "unanswered",
                                             "nicht angenommen",
                                             "keine antwort",
                                             "sin respuesta",
                                             "no contestada",
                                             "sem resposta",
                                             "não atendida",
                                             "sans réponse",
                                             "nessuna risposta",
                                             "senza risposta",
                                             "geen antwoord",
                                             "нет ответа",
                                             "без ответа",
                                             "без відповіді",
                                             "cevap yok",
                                             "yanıtlanmadı",
                                             "无应答",
                                             "無回應",
                                             "无人接听",
                                             "無人接聽",
                                             "応答なし",
                                             "응답 없음",
                                             "لا يوجد رد",
                                             "declined",
                                             "abgelehnt",
                                             "rechazada",
                                             "recusada",
                                             "rifiutata",
                                             "refusé",
                                             "geweigerd",
                                             "отклон",
                                             "відхилен",
                                             "reddedildi",
                                             "已拒绝",
                                             "已拒絕",
                                             "拒否",
                                             "거절",
                                             "cancel",
                                             "abgebrochen",
                                             "annul",
                                             "отмен",
                                             "скасован",
                                             "iptal",
                                             "已取消",
                                             "キャンセル",
                                             "취소",
                                             "propuštěn",
                                             "propušten",
                                             "пропуснат",
                                             "perduda",
                                             "brak odpowiedzi",
                                             "odrzucon",
                                             "belum dijawab",
                                             "از دست رفته",
                                             "neprijat",
                                             "neodgovoren"};
constexpr std::string_view group_words[] = {
    "group",  "gruppe", "grupp",   "grup",     "grupo",   "groupe", "gruppo", "groep",
    "ryhmä",  "skupin", "csoport", "групп",    "груп",    "qrup",   "guruh",  "ομάδα",
    "مجموعة", "گروه",   "קבוצה",   "समूह",      "ग्रुप",     "গ্রুপ",    "群",     "グループ",
    "그룹",   "กลุ่ม",    "nhóm",    "kumpulan", "kikundi", "குழு",   "grúpa",  "talde"};
constexpr std::string_view hour_units[] = {
    "h",    "hr", "std", "stund", "hour", "hora", "heure", "ora",  "ore",  "uur",  "u",    "uu",  "tim",
    "godz", "g",  "ч",   "час",   "год",  "sa",   "saat",  "時間", "小时", "小時", "시간", "jam", "giờ",
    "hod",  "ώρ", "ชม",  "ชั่วโมง", "ساع",  "שע",   "घं",     "t",    "óra",  "sat",  "ঘণ্টা"};
constexpr std::string_view second_units[] = {"s",   "sec", "sek", "seg",   "second", "с",     "сек",  "sn",
                                             "san", "秒",  "초",  "detik", "giây",   "วิ",     "ثاني", "שנ",
                                             "सेक",  "δευ", "mp",  "sek.",  "saniye", "soniya"};

enum class Word : std::size_t { video, voice, missed, group, hour, second };

std::string fold_text(std::string_view text) {
  return text::fold(text);
}

const std::vector<std::string>& folded_list(Word which) {
  static const auto make = [](const auto& words) {
    std::vector<std::string> all;
    for (const std::string_view word : words) all.push_back(fold_text(word));
    return all;
  };
  static const std::array<std::vector<std::string>, 6> lists = {make(video_words),  make(voice_words),
                                                                make(missed_words), make(group_words),
                                                                make(hour_units),   make(second_units)};
  return lists[static_cast<std::size_t>(which)];
}

constexpr std::size_t front = 6;  // bytes before the first word of a call

/// Whether any word of calls may begin at the front of a text: few messages that people typed get further.
bool may_be_call(std::string_view text) {
  constexpr std::size_t told_by = 3;  // bytes
  static const std::unordered_set<std::string> beginnings = [] {
    std::unordered_set<std::string> all;
    for (const Word list : {Word::video, Word::voice, Word::missed})
      for (const std::string& word : folded_list(list)) all.insert(word.substr(0, told_by));
    return all;
  }();
  const std::string beginning = fold_text(text::beginning(text, 4 * front));
  for (std::size_t at = 0; at <= front && at + told_by <= beginning.size(); ++at)
    if (beginnings.contains(beginning.substr(at, told_by))) return true;
  return false;
}

/// Where one of the words stands first; npos where none does.
std::size_t place_of(const std::string& text, Word list) {
  std::size_t place = std::string::npos;
  for (const std::string& word : folded_list(list)) place = std::min(place, text.find(word));
  return place;
}

/// A unit: a short one stands there whole, a longer one may go on.
bool is_unit(std::string_view word, Word list) {
  return std::ranges::any_of(folded_list(list), [&](const std::string& unit) {
    return word == unit || (unit.size() > 2 && word.starts_with(unit));
  });
}

/// `1 hr 5 min`, `45分`, `12:05`, in seconds; 0 where no length stands there.
int length_in(std::string_view text) {
  int total = 0;
  int clock = 0;
  bool in_clock = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    int number = 0;
    std::size_t figures = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++figures)
      if (figures < 5) number = number * 10 + (text[at] - '0');
    if (at < text.size() && text[at] == ':') {
      clock = (clock + number) * 60;
      in_clock = true;
      continue;
    }
    if (in_clock) return clock + number;
    const std::size_t begin = text.find_first_not_of(" ", at);
    const std::size_t end = std::min(text.find_first_of(" ,.0123456789", begin), text.size());
    const std::string_view unit = begin < end ? text.substr(begin, end - begin) : std::string_view{};
    total += number * (is_unit(unit, Word::hour) ? 3600 : is_unit(unit, Word::second) ? 1 : 60);
  }
  return total;
}

}  // namespace

std::optional<ChatCall> chat_call(std::string_view text, bool by_program) {
  if (text.size() > (by_program ? longest_call : longest_typed)) return std::nullopt;
  if (!by_program && !may_be_call(text)) return std::nullopt;
  const std::string words = fold_text(text);
  const std::size_t by_video = place_of(words, Word::video);
  const std::size_t by_voice = place_of(words, Word::voice);
  const std::size_t named = std::min(by_video, by_voice);
  if (named == std::string::npos) return std::nullopt;
  const std::size_t not_taken = place_of(words, Word::missed);
  ChatCall call{.video = by_video <= by_voice, .missed = not_taken != std::string::npos};
  if (!call.missed) call.seconds = length_in(words);
  const bool says_what = call.missed || call.seconds > 0;
  const bool at_front = std::min(named, not_taken) <= front;
  return says_what && (by_program || at_front) ? std::optional(call) : std::nullopt;
}

bool speaks_of_a_group(std::string_view text) {
  return place_of(fold_text(text), Word::group) != std::string::npos;
}

}  // namespace rel::formats
